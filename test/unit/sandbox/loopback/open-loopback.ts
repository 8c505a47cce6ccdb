import { request } from 'node:https';
import { createCertificate } from '../../../../scripts/loopback/certificate.mjs';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';
import { serveOnLoopback } from '../../../support/loopback/serve';

const certificate = createCertificate();

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface LoopbackRequest {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts a sandbox over HTTPS, and a plain client that trusts its certificate. */
export async function openLoopback(azure: SandboxAzure, onBug: (error: unknown) => void = () => undefined) {
  const { key, cert } = await certificate;
  const { origin, close } = await serveOnLoopback({ azure, port: 0, key, cert, onBug });
  const ask = (
    path: string,
    { method = 'GET', body, headers = {} }: LoopbackRequest = {},
  ): Promise<LoopbackAnswer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${origin}${path}`,
        { method, ca: cert, headers, servername: 'localhost', agent: false },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: JSON.parse(text || 'null'),
            }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { origin, cert, close, ask };
}

export type OpenLoopback = Awaited<ReturnType<typeof openLoopback>>;

export const anyToken = { Authorization: 'Bearer any' };
