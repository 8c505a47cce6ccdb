import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { generate } from 'selfsigned';
import { tokenOf } from './token-endpoint';

/** A request that arrived at any host. */
interface Arrived {
  readonly host: string;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface HostAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A network in which every HTTPS host is one server on loopback, so that every request is recorded. */
export interface EveryHost {
  readonly httpClient: HttpClient;
  readonly arrived: Arrived[];
  /** Sets the responses of hosts from now on. Sign-in services respond by themselves if it returns undefined. */
  answer(how: (request: Arrived) => HostAnswer | undefined): void;
  /** Hosts that received a text in a URL, a header, or a body. */
  hostsThatGot(text: string): readonly string[];
  close(): Promise<void>;
}

export async function startEveryHost(): Promise<EveryHost> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const arrived: Arrived[] = [];
  let how: (request: Arrived) => HostAnswer | undefined = () => undefined;
  const server = createServer({ key: made.private, cert: made.cert }, (request, response) => {
    void read(request).then((one) => {
      arrived.push(one);
      const { status = 200, headers = {}, body = {} } = how(one) ?? signIn(one);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    httpClient: leadingTo(port, made.cert),
    arrived,
    answer: (next) => {
      how = next;
    },
    hostsThatGot: (text) => [
      ...new Set(arrived.filter((one) => JSON.stringify(one).includes(text)).map((one) => one.host)),
    ],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Returns the real client, except that every host name resolves to this server, as for an attacker who controls DNS. */
function leadingTo(port: number, certificate: string): HttpClient {
  const real = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      request.headers.set('host', new URL(request.url).host);
      request.tlsSettings = { ca: certificate };
      request.requestOverrides = { hostname: '127.0.0.1', port, servername: 'localhost' };
      return real.sendRequest(request);
    },
  };
}

async function read(request: IncomingMessage): Promise<Arrived> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { headers, method = '', url = '' } = request;
  return { host: headers.host ?? '', method, path: url, headers, body: decodeURIComponent(body) };
}

/** Returns a sign-in service, which every host can be. */
function signIn({ host, path }: Arrived): HostAnswer {
  const [tenant = ''] = path.split('/').filter((one) => one !== '');
  const base = `https://${host}/${tenant}`;
  if (path.includes('/.well-known/openid-configuration')) {
    const token_endpoint = `${base}/oauth2/v2.0/token`;
    const authorization_endpoint = `${base}/oauth2/v2.0/authorize`;
    const jwks_uri = `${base}/discovery/v2.0/keys`;
    return { body: { token_endpoint, authorization_endpoint, issuer: `${base}/v2.0`, jwks_uri } };
  }
  const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
  const access_token = tokenOf({ appid: 'app-of-the-pipeline', by: host });
  return { body: { access_token, token_type: 'Bearer', expires_in: 3600, expires_on } };
}
