import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { carryOut, type Carrying } from './carry-out';
import { failure } from './failure-texts';
import { responseHeaders } from './headers';
import type { BodyJson } from './body-json';
import type { Recorder } from './record-traffic';
import { refusal, type Reply } from './responses';
import { touchAsOtherUser, writeAsOtherUser } from './other-user';
import { stableGuid } from './store';

export interface TrafficEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface ClientSetup extends Carrying {
  /** Milliseconds that each response takes. */
  readonly latency: number;
  readonly traffic: TrafficEntry[];
  /** Receives each request with its response, if traffic is recorded. */
  readonly record: Recorder | undefined;
}

/** Creates the HTTP client for the SDK clients. Every request ends here, and no socket is opened. */
export function createHttpClient(setup: ClientSetup): HttpClient {
  let count = 0;
  return {
    sendRequest: async (request) => {
      count += 1;
      const id = stableGuid(`request ${count}`);
      const url = new URL(request.url);
      const target = { method: request.method, path: url.pathname };
      const { faults } = setup.world;
      await wait(setup.latency + faults.delay(target), request);
      const strike = faults.strike(target);
      if (strike?.kind === 'offline') throw connectionLost(request, 'ECONNREFUSED');
      if (strike?.kind === 'hang') await silence(request);
      const reply = strike?.kind === 'answer' ? strike.reply : await answer(setup, request, url);
      setup.traffic.push({ ...target, status: reply.status });
      if (strike?.kind === 'lost') throw connectionLost(request, 'ECONNRESET');
      const response = toResponse(request, reply, { id, time: setup.world.clock.now() });
      setup.record?.(request, response);
      return response;
    },
  };
}

async function answer(setup: ClientSetup, request: PipelineRequest, url: URL): Promise<Reply> {
  setup.world.operations.settle();
  if (!request.headers.get('Authorization')) {
    return refusal(401, failure('authenticationFailed'), { 'WWW-Authenticate': 'Bearer' });
  }
  const apiVersion = url.searchParams.get('api-version');
  if (!apiVersion) return refusal(400, failure('missingApiVersion'));
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+(\.\d+)?)?$/i.test(apiVersion)) {
    return refusal(400, failure('invalidApiVersion', { version: apiVersion }));
  }
  if (!isDecodable(url.pathname)) return refusal(400, failure('invalidRequestFormat'));
  const body = await readBody(request);
  if (body === unreadable) return refusal(400, failure('invalidRequestContent', { reason: 'not JSON' }));
  const { method, headers } = request;
  const other = setup.world.faults.meanwhile({ method, path: url.pathname });
  if (other === 'touch') touchAsOtherUser(setup, url);
  else if (other) writeAsOtherUser(setup, other);
  return carryOut(setup, { method, url, header: (name) => headers.get(name), body });
}

/** True if the path can be decoded. A `%` that isn't part of an escape isn't valid in a URL. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const unreadable = Symbol('unreadable');

async function readBody(request: PipelineRequest): Promise<BodyJson | undefined | typeof unreadable> {
  const text = await bodyText(request);
  if (text === undefined || text === '') return undefined;
  try {
    const parsed: BodyJson = JSON.parse(text);
    return parsed;
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

async function bodyText(request: PipelineRequest): Promise<string | undefined> {
  const { body } = request;
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof ArrayBuffer) return Buffer.from(body).toString('utf8');
  if (ArrayBuffer.isView(body)) {
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  }
  if (body instanceof Blob) return body.text();
  return undefined;
}

function toResponse(
  request: PipelineRequest,
  reply: Reply,
  stamp: { id: string; time: number },
): PipelineResponse {
  const headers = responseHeaders({
    'x-ms-request-id': stamp.id,
    'x-ms-correlation-request-id': request.headers.get('x-ms-correlation-request-id') ?? stamp.id,
    'x-ms-routing-request-id': `WESTEUROPE:${new Date(stamp.time).toISOString()}:${stamp.id}`,
    'Cache-Control': 'no-cache',
    Date: new Date(stamp.time).toUTCString(),
    ...reply.headers,
  });
  if (reply.body !== undefined) headers.set('Content-Type', 'application/json; charset=utf-8');
  const bodyAsText = reply.body === undefined ? '' : JSON.stringify(reply.body);
  return { request, status: reply.status, headers, bodyAsText };
}

/** Creates a connection error. The pipeline's retry policy checks the name and the system's code, not the class. */
function connectionLost(request: PipelineRequest, code: 'ECONNREFUSED' | 'ECONNRESET'): Error {
  const error = new Error(`connect ${code} ${new URL(request.url).host}:443`);
  return Object.assign(error, { name: 'RestError', code, request });
}

function aborted(message = 'The operation was aborted.'): Error {
  return Object.assign(new Error(message), { name: 'AbortError' });
}

function wait(milliseconds: number, request: PipelineRequest): Promise<void> {
  if (request.abortSignal?.aborted) return Promise.reject(aborted());
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    request.abortSignal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(aborted());
    });
  });
}

/** Waits until the caller aborts or the request's own timeout passes. */
function silence(request: PipelineRequest): Promise<never> {
  return new Promise((_, reject) => {
    if (request.abortSignal?.aborted) reject(aborted());
    request.abortSignal?.addEventListener('abort', () => reject(aborted()));
    if (request.timeout > 0) {
      setTimeout(() => reject(aborted('The operation was aborted. Request timed out.')), request.timeout);
    }
  });
}
