import { chromium } from '@playwright/test';
import { browserSwitches, ensureBrowser } from '../../scripts/browser.mjs';
import { ensureVscodeServer } from '../../scripts/vscode-server.mjs';
import type { Bench } from '../support/bench';
import { openWindow, startServer, type VscodeWindow } from '../support/vscode-window';

async function inWindow(measure: (window: VscodeWindow) => Promise<number>): Promise<number> {
  await ensureVscodeServer();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserSwitches });
  const server = await startServer();
  try {
    const window = await openWindow({ browser, address: server.address, workspace: 'workspace' });
    try {
      return await measure(window);
    } finally {
      await window.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The best of five: what else the machine does only ever adds. */
async function activation(window: VscodeWindow): Promise<number> {
  // The list of running extensions is virtual, slowest first: all of its rows must fit.
  await window.resize(1440, 3000);
  const samples: number[] = [];
  for (let i = 0; i < 5; i++) {
    await window.reload();
    // VS Code's own extensions start in the same process, and first.
    await window.page.waitForTimeout(5000);
    samples.push(await activationOfThisHost(window));
  }
  return Math.min(...samples);
}

/** VS Code's own figure: loading the code, and the call of `activate`, in the real extension host. */
async function activationOfThisHost(window: VscodeWindow): Promise<number> {
  await openWizard(window);
  await window.run('Developer: Show Running Extensions');
  const row = window.page.locator('.runtime-extensions-editor .monaco-list-row', {
    hasText: 'Secured AML Compute',
  });
  const [, milliseconds] = /Activation: (\d+)ms/.exec(await row.innerText()) ?? [];
  await window.page.keyboard.press('Escape');
  return Number(milliseconds);
}

/** From the Enter in the palette to the first element of the page, the median of five openings. */
async function firstPaint(window: VscodeWindow): Promise<number> {
  // The first opening also pays for activation and for VS Code's own webview service.
  await openWizard(window);
  const samples: number[] = [];
  for (let i = 0; i < 5; i++) samples.push(await openWizard(window));
  return samples.sort((a, b) => a - b)[2] ?? Number.NaN;
}

/** Opens the wizard, closes it again, and answers how long the page took to show something. */
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
  {
    what: 'Activation in the extension host, as VS Code counts it',
    budget: 30,
    unit: 'ms',
    measure: () => inWindow(activation),
  },
  { what: 'Wizard, command to first paint', budget: 300, unit: 'ms', measure: () => inWindow(firstPaint) },
];
