import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer, type Server as SecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import * as vscode from 'vscode';
import { AzureFailure } from '../../src/azure/failure';
import { editorHttpClient } from '../../src/azure/http-client';
import { connectAccount } from '../../src/azure/sign-in/connect-account';
import { cloudTarget } from '../../src/azure/sign-in/sign-in-target';

/** A name that only the proxy can reach. */
const host = 'management.aml.test';

/** Key and certificate of the run's own certificate authority, which the system trusts (scripts/integration.mjs). */
const authority = JSON.parse(
  readFileSync(process.env['AML_SECURE_COMPUTE_TEST_AUTHORITY'] ?? '', 'utf8'),
) as { readonly key: string; readonly certificate: string };

describe('the route of requests', () => {
  let azure: SecureServer;
  let proxy: Server;
  let connects: string[];
  const sockets = new Set<Socket>();

  before(async () => {
    azure = createServer({ key: authority.key, cert: authority.certificate }, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
    });
    await listening(azure);
    proxy = createPlainServer((_, response) => response.writeHead(405).end());
    proxy.on('connect', (request, client: Socket) => {
      connects.push(request.url ?? '');
      const upstream = connect(portOf(azure), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.pipe(client);
        client.pipe(upstream);
      });
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
    });
    await listening(proxy);
  });

  after(() => {
    for (const socket of sockets) socket.destroy();
    azure.close();
    proxy.close();
  });

  beforeEach(async () => {
    connects = [];
    await set('http.proxy', `http://127.0.0.1:${String(portOf(proxy))}`);
    await set('http.systemCertificates', true);
    await set('http.systemCertificatesNode', true);
  });

  afterEach(async () => {
    for (const name of [
      'http.proxy',
      'http.noProxy',
      'http.proxySupport',
      'http.systemCertificates',
      'http.systemCertificatesNode',
    ]) {
      await set(name, undefined);
    }
  });

  async function set(name: string, value: unknown): Promise<void> {
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** Returns the product's own clients, as the extension creates them. */
  async function read(): Promise<readonly unknown[]> {
    const connection = await connectAccount({
      target: { ...cloudTarget('public'), endpoint: `https://${host}` },
      by: { source: 'microsoft', name: 'anna', credential: { getToken: () => Promise.resolve(token) } },
      httpClient: editorHttpClient(),
      timing: { retryDelayMs: 1 },
    });
    return connection.azure.read.subscriptions(new AbortController().signal);
  }
  const token = { token: 'a token', expiresOnTimestamp: Date.now() + 3_600_000 };

  async function failure(): Promise<AzureFailure> {
    const error = await read().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof AzureFailure, 'it fails');
    return error;
  }

  for (const support of ['override', 'on', 'fallback']) {
    it(`goes through http.proxy if http.proxySupport is ${support}`, async () => {
      await set('http.proxySupport', support);
      assert.deepEqual(await read(), []);
      assert.ok(connects.length > 0);
      assert.deepEqual([...new Set(connects)], [`${host}:443`]);
    });
  }

  it('is direct if http.proxySupport is off, whatever the environment variables are', async () => {
    await set('http.proxySupport', 'off');
    const before = process.env['HTTPS_PROXY'];
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${String(portOf(proxy))}`;
    try {
      assert.equal((await failure()).code, 'offline');
    } finally {
      if (before === undefined) delete process.env['HTTPS_PROXY'];
      else process.env['HTTPS_PROXY'] = before;
    }
    assert.deepEqual(connects, []);
  });

  it('is direct to hosts in http.noProxy', async () => {
    await set('http.noProxy', ['aml.test']);
    assert.equal((await failure()).code, 'offline');
    assert.deepEqual(connects, []);
  });

  it('reports a proxy that can’t be reached', async () => {
    await set('http.proxy', 'http://127.0.0.1:1');
    assert.equal((await failure()).code, 'offline');
  });

  it('doesn’t trust a certificate authority of the system if http.systemCertificates is off', async () => {
    await set('http.systemCertificates', false);
    const { code, details } = await failure();
    assert.deepEqual([code, details.untrusted], ['offline', true]);
    assert.ok(connects.length > 0);
  });
});

function portOf(server: Server | SecureServer): number {
  return (server.address() as AddressInfo).port;
}

function listening(server: Server | SecureServer): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}
