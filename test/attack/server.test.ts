import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openGate } from '../../scripts/gate.mjs';
import { openBrowser } from '../../scripts/open-browser.mjs';
import { quietSettings } from '../../scripts/server-process.mjs';

/** Server behind the gate in place of the VS Code server. A request that reaches it means that the attack succeeded. */
let server: Server;
let folder: string;
let gate: Awaited<ReturnType<typeof openGate>>;
const reached: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aml-gate-'));
  const socket = join(folder, 's');
  server = createServer((asked, response) => {
    reached.push(`${asked.method ?? ''} ${asked.url ?? ''}`);
    asked.pipe(response.writeHead(200, { 'x-server': 'VS Code' }));
  });
  server.on('upgrade', (asked, connection) => {
    reached.push(`upgrade ${asked.url ?? ''}`);
    connection.end(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello',
    );
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  gate = await openGate(socket);
});
afterAll(async () => {
  await gate.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  reached.length = 0;
});

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a request that a browser can't restrict. */
function send({ path = '/', method = 'GET', headers = {}, body = '' }: Sent): Promise<Answered> {
  const { port } = new URL(gate.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, setHost: !('host' in headers) });
    const end = (status: number, answer: IncomingMessage, text: string): void =>
      resolve({ status, headers: answer.headers, body: text });
    sent.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => end(answer.statusCode ?? 0, answer, text));
    });
    sent.on('upgrade', (answer, connection) => {
      connection.destroy();
      end(101, answer, '');
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const opened = () => new URL(gate.address({ folder: '/home/anna/ml' }));
const token = () => opened().searchParams.get('tkn') ?? '';
const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;
const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };

/** Cookies that a browser keeps from the answer to the printed address. */
async function cookie(): Promise<string> {
  const { headers } = await send({ path: pathOf(opened()) });
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

test('the printed address gives access, and the address in the browser doesn’t contain the token', async () => {
  const { status, headers, body } = await send({ path: pathOf(opened()) });
  expect([status, reached]).toEqual([200, []]);
  expect(headers['set-cookie']?.[0]).toMatch(/^aml-gate-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(body).toContain(`url=${gate.origin}/?folder=%2Fhome%2Fanna%2Fml"`);
  expect(body).not.toContain(token());
  const headersIn = { cookie: `other=1; ${await cookie()}`, origin: gate.origin };
  const posted = await send({ path: '/x?y', method: 'POST', headers: headersIn, body: 'text' });
  expect([posted.status, posted.headers['x-server'], posted.body]).toEqual([200, 'VS Code', 'text']);
  expect((await send({ headers: { ...upgrade, ...headersIn } })).status).toBe(101);
  expect(reached).toEqual(['POST /x?y', 'upgrade /']);
});

const tokens: Readonly<Record<string, () => string>> = {
  'no token': () => '/',
  'an empty token': () => '/?tkn=',
  'a wrong token': () => `/?tkn=${'x'.repeat(43)}`,
  'a part of the token': () => `/?tkn=${token().slice(0, -1)}`,
  'the token in lowercase': () => `/?tkn=${token().toLowerCase()}x`,
  'the token after a wrong one': () => `/?tkn=no&tkn=${token()}`,
  'a path of the server without a token': () => '/static/out/vs/loader.js',
  'a health check': () => '/healthz',
  'a file of this computer': () => '/vscode-remote-resource?path=/etc/passwd',
  'another port of this computer': () => '/proxy/22/',
};

describe('another user of this computer without the token doesn’t get access', () => {
  test.each(Object.keys(tokens))('%s', async (name) => {
    const path = tokens[name]?.() ?? '';
    expect((await send({ path })).status).toBe(401);
    expect((await send({ path, headers: { cookie: 'aml-gate-1=x' } })).status).toBe(401);
    expect((await send({ path, headers: upgrade })).status).toBe(403);
    expect((await send({ path, method: 'POST' })).status).toBe(401);
    expect(reached).toEqual([]);
  });

  test('nor with the arguments of programs and the files that every user can read', async () => {
    const program = join(folder, 'xdg-open');
    const noted = join(folder, 'noted');
    writeFileSync(program, `#!/bin/sh\nprintf %s "$*" > '${noted}.new' && mv '${noted}.new' '${noted}'\n`);
    chmodSync(program, 0o755);
    openBrowser(gate.address(), { folder, program });
    await expect.poll(() => existsSync(noted)).toBe(true);
    const shown = readFileSync(noted, 'utf8');
    expect(shown).not.toContain(token());
    expect(readFileSync(shown, 'utf8')).toContain(gate.address().replace('&', '&amp;'));
    expect(statSync(shown).mode & 0o077).toBe(0);
  });
});

const foreignHosts = ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', 'xlocalhost'];
const otherHosts = ['0.0.0.0', '[::1]', '10.0.0.1', '', 'localhost@evil.example', 'evil.example#localhost'];

describe('a page whose host name resolves to this computer (DNS rebinding) doesn’t get access', () => {
  test.each([...foreignHosts, ...otherHosts])('as “%s”, even with token and cookie', async (host) => {
    const { port } = new URL(gate.origin);
    const headers = { host: host === '' ? '' : `${host}:${port}`, cookie: await cookie() };
    expect((await send({ headers })).status).toBeGreaterThanOrEqual(400);
    expect((await send({ path: pathOf(opened()), headers })).status).toBeGreaterThanOrEqual(400);
    expect((await send({ headers: { ...headers, ...upgrade } })).status).toBeGreaterThanOrEqual(400);
    expect(reached).toEqual([]);
  });
});

const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a web site': { origin: 'https://evil.example' },
  'a page without an origin': { origin: 'null' },
  'another port of this computer': { origin: 'http://127.0.0.1:9' },
  'another name of this computer': { origin: 'http://localhost' },
  'a link on a web site': { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  'a link on another port of this computer': { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' },
  'a link with a wrong token': { 'sec-fetch-site': 'cross-site', 'x-path': '/?tkn=x&payload=evil' },
};

describe('a page of another site with the cookie doesn’t get access', () => {
  test.each(Object.keys(pages))('%s', async (name) => {
    const { 'x-path': path = '/?payload=evil', ...from } = pages[name] ?? {};
    const headers = { ...from, cookie: await cookie() };
    expect((await send({ path, headers })).status).toBe(403);
    expect((await send({ path, headers: { ...headers, ...upgrade } })).status).toBe(403);
    expect((await send({ path, method: 'POST', headers })).status).toBe(403);
    expect(reached).toEqual([]);
  });
});

test('an address with the token doesn’t redirect the browser to another site', async () => {
  for (const path of [
    '//evil.example/',
    '/\\evil.example/',
    '/%0d%0aevil',
    '/"><script>',
    'http://evil.example/',
  ]) {
    const { status, body } = await send({ path: `${path}?tkn=${token()}&a="><script>` });
    const [, next = ''] = /url=([^"]*)"/.exec(body) ?? [];
    if (status === 200) expect(new URL(next).origin).toBe(gate.origin);
    expect(body).not.toContain('<script');
  }
  expect(reached).toEqual([]);
});

test('each start has a new token', async () => {
  const second = await openGate(join(folder, 's'));
  expect(new URL(second.address()).searchParams.get('tkn')).not.toBe(token());
  await second.close();
});

test('a window of npm start doesn’t disable workspace trust', () => {
  expect(Object.keys(quietSettings).filter((name) => name.includes('trust'))).toEqual([]);
});
