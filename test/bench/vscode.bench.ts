import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserSwitches, ensureBrowser } from '../../scripts/browser.mjs';
import { runInHost } from '../../scripts/integration.mjs';
import { out } from '../../scripts/places.mjs';
import { ensureVscodeServer } from '../../scripts/vscode-server.mjs';
import type { Bench } from '../support/bench';
import { openWindow, startServer, type VscodeWindow } from '../support/vscode-window';

/** In a real extension host, where the module loader is VS Code's own. */
async function activation(): Promise<number> {
  const report = join(out, 'reports', 'activation.json');
  await runInHost(join(out, 'bench', 'activation-in-host.js'), report);
  return (JSON.parse(readFileSync(report, 'utf8')) as { milliseconds: number }).milliseconds;
}

/** From the Enter in the palette to the first element of the page, the median of five windows' second opening. */
async function firstPaint(): Promise<number> {
  await ensureVscodeServer();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserSwitches });
  const server = await startServer('dark');
  try {
    const window = await openWindow({ browser, url: server.url, workspace: 'workspace' });
    const samples: number[] = [];
    for (let i = 0; i < 6; i++) samples.push(await openWizard(window));
    // The first opening also pays for VS Code's own webview service.
    return samples.slice(1).sort((a, b) => a - b)[2] ?? Number.NaN;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function openWizard(window: VscodeWindow): Promise<number> {
  await window.find('Create secured AML compute');
  const start = performance.now();
  await window.page.keyboard.press('Enter');
  await window.webview().locator('body > :not(script)').first().waitFor();
  const milliseconds = performance.now() - start;
  await window.run('View: Close All Editors');
  return milliseconds;
}

export const benches: readonly Bench[] = [
  { what: 'Activation in the extension host', budget: 30, unit: 'ms', measure: activation },
  { what: 'Wizard, command to first paint', budget: 300, unit: 'ms', measure: firstPaint },
];
