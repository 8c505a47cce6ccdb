import {
  createServer as createPlainServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A request to the sign-in service: the path, and the posted form. */
interface TokenRequest {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** A sign-in service on loopback with a self-signed certificate. */
export interface TokenEndpoint {
  /** `https://localhost:port`, an authority. */
  readonly authority: string;
  /** `http://127.0.0.1:port`, the endpoint for a managed identity. */
  readonly machine: string;
  readonly certificate: string;
  readonly asked: TokenRequest[];
  /** Refuses the next requests for a token with this code. */
  refuse(code: string | null): void;
  close(): Promise<void>;
}

/** Builds a token in Entra's form: its middle part contains the account. */
export function tokenOf(claims: Readonly<Record<string, string>>): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}

export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const asked: TokenRequest[] = [];
  let refusal: string | null = null;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', authority);
    const form = new URLSearchParams(await bodyOf(request));
    asked.push({ path: url.pathname, form, headers: request.headers });
    const [status, body] = reply(url, authority, refusal);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void answer(request, response);
  const secure = createServer({ key: made.private, cert: made.cert }, listener);
  const plain = createPlainServer(listener);
  const authority = `https://localhost:${String(await listen(secure))}`;
  const machine = `http://127.0.0.1:${String(await listen(plain))}`;
  return {
    authority,
    machine,
    certificate: made.cert,
    asked,
    refuse: (code) => {
      refusal = code;
    },
    close: async () => {
      await Promise.all([secure, plain].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function reply(url: URL, authority: string, refusal: string | null): readonly [number, object] {
  const [tenant = ''] = url.pathname.split('/').filter((one) => one !== '');
  if (url.pathname.endsWith('/openid-configuration')) {
    return [
      200,
      {
        token_endpoint: `${authority}/${tenant}/oauth2/v2.0/token`,
        authorization_endpoint: `${authority}/${tenant}/oauth2/v2.0/authorize`,
        issuer: `${authority}/${tenant}/v2.0`,
        jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys`,
      },
    ];
  }
  if (refusal !== null) {
    const error_description = `${refusal}: The secret is not the right one. Trace ID: 1`;
    return [401, { error: 'invalid_client', error_description, error_codes: [Number(refusal.slice(7))] }];
  }
  const access_token = tokenOf({ appid: 'app-of-the-pipeline', tid: tenant });
  const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
  return [200, { access_token, token_type: 'Bearer', expires_in: 3600, expires_on }];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
