import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { textAt, type JsonObject } from './json';
import { sendRaw, type RawAnswer, type RawSender } from './raw-request';
import { operationFailure } from './to-failure';
import { pause } from './pause';
import { retryAfterSeconds } from './retry-after';

/**
 * Initial minimum wait between two polls in milliseconds, whatever Azure requests. The minimum grows to `shortest`. It
 * is short at first, so that quick operations are noticed quickly.
 */
const first = 100;
const growth = 1.5;
const shortest = 1000;

/** Wait if Azure doesn't specify one. */
const usual = 2000;
const longest = 30_000;

/** Returns the wait between polls of an operation: as long as the last response requests, within limits. */
function pollWait(signal: AbortSignal): (answer: PipelineResponse) => Promise<void> {
  let least = first;
  return ({ headers }) => {
    const retryAfter = retryAfterSeconds(headers);
    const wait = Math.min(Math.max(retryAfter === undefined ? usual : retryAfter * 1000, least), longest);
    least = Math.min(least * growth, shortest);
    return pause(wait, signal);
  };
}

/**
 * Follows an operation by its `Azure-AsyncOperation` header, or by its `Location` header if that is the only one. A
 * write that completes at once has neither. It continues until `signal` is aborted, so callers set a deadline.
 */
export async function untilDone(
  sender: RawSender,
  response: PipelineResponse,
  signal: AbortSignal,
): Promise<void> {
  const url = response.headers.get('azure-asyncoperation');
  if (url !== undefined) return untilReported(sender, url, signal);
  const location = response.headers.get('location');
  if (location !== undefined && response.status === 202) await untilAnswered(sender, location, signal);
}

/**
 * Returns the result of an operation that reads data: the response itself, or the response at its `Location` when it is
 * done.
 */
export async function resultWhenDone(
  sender: RawSender,
  { body, response }: RawAnswer,
  signal: AbortSignal,
): Promise<JsonObject> {
  const url = response.headers.get('location');
  if (response.status !== 202 || url === undefined) return body;
  return untilAnswered(sender, url, signal);
}

/** Polls until the body of a response has a final state. */
async function untilReported(sender: RawSender, url: string, signal: AbortSignal): Promise<void> {
  const wait = pollWait(signal);
  for (;;) {
    const { body, response } = await sendRaw(sender, { url, signal });
    const status = textAt(body, 'status')?.toLowerCase();
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') {
      throw operationFailure(body, response.headers.get('x-ms-request-id'));
    }
    await wait(response);
  }
}

/** Polls while the response is 202. An operation that failed responds with an error. */
async function untilAnswered(sender: RawSender, url: string, signal: AbortSignal): Promise<JsonObject> {
  const wait = pollWait(signal);
  for (;;) {
    const { body, response } = await sendRaw(sender, { url, signal });
    if (response.status !== 202) return body;
    await wait(response);
  }
}
