import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpMethods, PipelineRequest } from '@azure/core-rest-pipeline';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { failure } from '../../../src/sandbox/failure-texts';
import { responseHeaders } from '../../../src/sandbox/headers';
import { refusal, type Reply } from '../../../src/sandbox/responses';
import { metadataEndpoints } from './endpoints';
import { answerSignIn } from './sign-in';

export interface LoopbackOptions {
  readonly azure: SandboxAzure;
  /** 0 for any free port. */
  readonly port: number;
  /** Key of the server, as PEM. */
  readonly key: string;
  readonly cert: string;
  /** Called for unexpected errors. The client then gets 500. */
  readonly onBug?: (error: unknown) => void;
}

export interface Loopback {
  /** `https://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/** The largest body that Resource Manager accepts. */
const largestBody = 4 * 1024 * 1024;

/** Serves a sandbox to clients of other programs, on this machine only. */
export async function serveOnLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { azure, port, key, cert, onBug } = options;
  const server = createServer({ key, cert }, (request, response) => {
    answer(azure, request, response).catch((error: unknown) => {
      if (isCut(error)) return void response.destroy();
      onBug?.(error);
      return write(response, refusal(500, failure('internalError')));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${bound}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** True for a fault that cuts the connection, or a client that disconnected. */
function isCut(error: unknown): boolean {
  return error instanceof Error && ['RestError', 'AbortError'].includes(error.name);
}

async function answer(azure: SandboxAzure, request: IncomingMessage, response: ServerResponse) {
  const url = addressOf(request);
  if (!url) return write(response, refusal(421, { code: 'MisdirectedRequest', message: 'Unknown host.' }));
  const body = await bodyOf(request);
  if (body === undefined) {
    return write(response, refusal(413, { code: 'RequestContentTooLarge', message: 'More than 4 MB.' }));
  }
  const own = ownAnswer({ method: request.method ?? 'GET', url, body }, azure);
  if (own) return write(response, own);
  const stop = new AbortController();
  response.on('close', () => stop.abort());
  const sent = await azure.httpClient.sendRequest(pipelineRequest(request, { url, body, stop: stop.signal }));
  response.writeHead(sent.status, sent.headers.toJSON({ preserveCase: true }));
  response.end(sent.bodyAsText ?? '');
}

/** Accepts only the host names of this machine: a web page whose own host name resolves to it is refused. */
function addressOf({ headers, url = '/', socket }: IncomingMessage): URL | undefined {
  const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const host = headers.host?.toLowerCase() ?? '';
  return names.includes(host) && url.startsWith('/') ? new URL(`https://${host}${url}`) : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size <= largestBody ? Buffer.concat(chunks).toString('utf8') : undefined;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** Responses without a token: metadata and sign-in. */
function ownAnswer({ method, url, body }: Asked, azure: SandboxAzure): Reply | undefined {
  if (method === 'GET' && url.pathname === '/metadata/endpoints') {
    return metadataEndpoints(url.origin, url.searchParams.get('api-version') ?? '');
  }
  const now = Math.floor(azure.clock.now() / 1000);
  return answerSignIn({ method, url, form: new URLSearchParams(body), now, tenantId: azure.tenantId });
}

function pipelineRequest(
  request: IncomingMessage,
  { url, body, stop }: { url: URL; body: string; stop: AbortSignal },
): PipelineRequest {
  const headers = Object.entries(request.headersDistinct).map(([name, values = []]) => [
    name,
    values.join(', '),
  ]);
  return {
    url: url.href,
    method: (request.method ?? 'GET') as HttpMethods,
    headers: responseHeaders(Object.fromEntries(headers) as Record<string, string>),
    body,
    abortSignal: stop,
    timeout: 0,
    withCredentials: false,
    requestId: '',
  };
}

function write(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(JSON.stringify(reply.body ?? {}));
}
