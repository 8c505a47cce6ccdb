import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { redactBody } from './redact-body';
import type { BodyJson } from './body-json';

export type Recorder = (request: PipelineRequest, response: PipelineResponse) => void;

/** Headers that an API description covers. They don't include a token. */
const kept = [
  'content-type',
  'etag',
  'if-match',
  'if-none-match',
  'location',
  'azure-asyncoperation',
  'retry-after',
];

/**
 * Returns a recorder that writes each exchange to a separate file in the format of `oav`. The same exchange is written
 * once, however many processes run. Only the check against the official API descriptions uses it.
 */
export function trafficRecorder(folder: string | undefined): Recorder | undefined {
  if (folder === undefined || folder === '') return undefined;
  mkdirSync(folder, { recursive: true });
  return (request, response) => {
    const text = JSON.stringify(exchangeOf(request, response));
    const file = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`);
    if (!existsSync(file)) writeFileSync(file, text);
  };
}

/** A request and its response, without tokens and secrets. */
export interface RecordedExchange {
  readonly liveRequest: ExchangePart & { readonly method: string; readonly url: string };
  readonly liveResponse: ExchangePart & { readonly statusCode: string };
}

interface ExchangePart {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyJson | undefined;
}

export function exchangeOf(request: PipelineRequest, response: PipelineResponse): RecordedExchange {
  return {
    liveRequest: {
      method: request.method,
      url: request.url,
      headers: headersOf(request.headers),
      body: parsed(typeof request.body === 'string' ? request.body : ''),
    },
    liveResponse: {
      statusCode: String(response.status),
      headers: headersOf(response.headers),
      body: parsed(response.bodyAsText ?? ''),
    },
  };
}

function headersOf(headers: PipelineRequest['headers']): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => kept.includes(name.toLowerCase())));
}

/** Parses JSON and removes secrets; undefined if it isn't JSON. */
function parsed(text: string): BodyJson | undefined {
  try {
    const body: BodyJson = JSON.parse(text);
    return redactBody(body);
  } catch {
    return undefined;
  }
}
