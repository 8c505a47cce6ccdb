#!/usr/bin/env node
// Replaces a desktop VS Code if none can be downloaded: accepts the switches that
// `@vscode/test-electron` passes, runs the tests in the extension host of a VS Code server with the workbench in
// a browser, and ends with the tests' exit code.
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { browserSwitches, ensureBrowser } from './browser.mjs';
import { startDevelopmentServer } from './server-process.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';

const limit = 5 * 60_000;

/** Messages of the workbench and the host about themselves: two native modules that aren't built, a missing gallery. */
const noise = [
  /Could not locate the bindings file|native-watchdog|open-vsx/,
  /^(Resolving|Resolved) connection token|^Creating a socket|^Updating additional builtin/,
  /^\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker)/,
];

/** @param {string} name */
function required(name) {
  const prefix = `--${name}=`;
  const found = process.argv.find((argument) => argument.startsWith(prefix));
  if (found === undefined) throw new Error(`The switch ${prefix} is missing.`);
  return found.slice(prefix.length);
}

/** @param {import('./server-process.mjs').Server} server */
function workbenchAddress({ origin, address }) {
  const authority = new URL(origin).host;
  const opened = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [
    name,
    `vscode-remote://${authority}${required(name)}`,
  ]);
  const kind = opened?.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return address({
    payload: JSON.stringify(payload),
    ...(opened === undefined ? {} : { [kind]: opened }),
  });
}

/**
 * Opens the workbench and waits for VS Code's report that the tests have ended.
 * @param {import('playwright-core').Page} page @param {string} address
 * @returns {Promise<number>}
 */
async function exitCodeOfTests(page, address) {
  /** @type {PromiseWithResolvers<number>} */
  const ended = Promise.withResolvers();
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => ended.resolve(code));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = format(...args);
      if (!noise.some((pattern) => pattern.test(text))) console.log(text);
    },
  );
  const timer = setTimeout(
    () => ended.reject(new Error(`No result within ${limit / 60_000} minutes.`)),
    limit,
  );
  await page.goto(address);
  return ended.promise.finally(() => clearTimeout(timer));
}

await ensureVscodeServer();
const executablePath = await ensureBrowser();
const server = await startDevelopmentServer();
const browser = await chromium.launch({ executablePath, args: browserSwitches });
try {
  process.exitCode = await exitCodeOfTests(await browser.newPage(), workbenchAddress(server));
} catch (error) {
  console.error(error, server.output);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
