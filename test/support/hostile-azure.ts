import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { generate } from 'selfsigned';
import { connectAzure, type AzureOptions } from '../../src/azure/connect';
import { editorHttpClient, defaultHttpClient } from '../../src/azure/http-client';
import type { Azure } from '../../src/azure/ports';

export type Answering = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A Resource Manager on loopback over HTTPS, whose responses an attacker controls. */
export interface HostileAzure {
  readonly origin: string;
  readonly certificate: string;
  /** Requests since `answer` was last called, as `GET /path`. */
  readonly asked: string[];
  /** Bytes written to its sockets since `answer` was last called. */
  sent(): number;
  answer(how: Answering): void;
  close(): Promise<void>;
}

export async function startHostileAzure(): Promise<HostileAzure> {
  const made = await generate([{ name: 'commonName', value: 'Hostile Azure' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  let how: Answering = (_, response) => response.end();
  const asked: string[] = [];
  let sent = 0;
  const server = createServer({ key: made.private, cert: made.cert }, (request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const before = request.socket.bytesWritten;
    response.on('close', () => (sent += request.socket.bytesWritten - before));
    response.on('error', () => undefined);
    request.resume();
    how(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    certificate: made.cert,
    asked,
    sent: () => sent,
    answer(next) {
      asked.length = 0;
      sent = 0;
      how = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** HTTP clients: from inside VS Code, or from another program. */
const ways = { editor: editorHttpClient, default: defaultHttpClient } as const;
export type Way = keyof typeof ways;

/** Returns the product's own HTTP client, with the server's certificate trusted. */
export function trusting({ certificate }: Pick<HostileAzure, 'certificate'>, way: Way): HttpClient {
  const client = ways[way]();
  return {
    sendRequest: (request) => {
      request.tlsSettings = { ca: certificate };
      request.requestOverrides = { ...request.requestOverrides, ca: certificate };
      return client.sendRequest(request);
    },
  };
}

/** Connects the real clients with their real pipeline to the server. Delays are short enough for tests. */
export function connectHostile(
  hostile: Pick<HostileAzure, 'origin' | 'certificate'>,
  way: Way,
  { timing = {}, ...options }: Partial<AzureOptions> = {},
): Azure {
  return connectAzure({
    credential: { getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: 8e15 }) },
    endpoint: hostile.origin,
    httpClient: trusting(hostile, way),
    watchIntervalMs: 1,
    timing: { retryDelayMs: 1, ...timing },
    ...options,
  });
}
