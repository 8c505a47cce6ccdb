import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserSwitches, ensureBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/places.mjs';
import { ensureVscodeServer } from '../../scripts/vscode-server.mjs';
import type { Bench } from '../support/bench';
import { openWindow, startServer, type VscodeWindow } from '../support/vscode-window';

async function inWindow<Result>(measure: (window: VscodeWindow) => Promise<Result>): Promise<Result> {
  await ensureVscodeServer();
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserSwitches });
  const server = await startServer({}, [join(root, 'test', 'fixtures', 'bare-panel')]);
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

/** Returns the best of five: other load on the machine only adds time. */
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

/** Medians of alternating openings, in milliseconds. */
interface FirstPaint {
  readonly wizard: number;
  /** Until the sections have their content. */
  readonly content: number;
  readonly bare: number;
}

let firstPaint: Promise<FirstPaint> | undefined;

function measureFirstPaint(): Promise<FirstPaint> {
  return (firstPaint ??= inWindow(async (window) => {
    // The first opening also pays for activation and for VS Code's own webview service.
    await openWizard(window);
    await openBarePanel(window);
    const wizard: Opening[] = [];
    const bare: Opening[] = [];
    for (let i = 0; i < 9; i++) {
      wizard.push(await openWizard(window));
      bare.push(await openBarePanel(window));
    }
    return {
      wizard: median(wizard.map((one) => one.paint)),
      content: median(wizard.map((one) => one.content)),
      bare: median(bare.map((one) => one.paint)),
    };
  }));
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;
}

/** Milliseconds from Enter in the palette. */
interface Opening {
  readonly paint: number;
  readonly content: number;
}

const openWizard = (window: VscodeWindow): Promise<Opening> =>
  timeToPaint(window, 'Create secured AML compute', 'h2');

/** The minimum for any page in VS Code. */
const openBarePanel = (window: VscodeWindow): Promise<Opening> =>
  timeToPaint(window, 'Open a bare panel', 'p');

/** Opens the page, and closes it once it shows what `content` selects. */
async function timeToPaint(window: VscodeWindow, command: string, content: string): Promise<Opening> {
  await window.find(command);
  const start = now();
  await window.page.keyboard.press('Enter');
  const first = window.webview().locator(content).first();
  await first.waitFor();
  const contentTime = now() - start;
  // The time at which Chromium painted the page for the first time.
  const painted = await first.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN),
  );
  await window.run('View: Close All Editors');
  return { paint: painted - start, content: contentTime };
}

/** The time in milliseconds, the same in each process. */
const now = (): number => performance.timeOrigin + performance.now();

export const benches: readonly Bench[] = [
  {
    what: 'Activation in the extension host, as measured by VS Code',
    budget: 30,
    unit: 'ms',
    measure: () => inWindow(activation),
  },
  {
    what: 'Wizard, command to first paint',
    budget: Number.POSITIVE_INFINITY,
    unit: 'ms',
    measure: async () => (await measureFirstPaint()).wizard,
  },
  {
    what: 'Wizard, command to the first section with its content',
    budget: Number.POSITIVE_INFINITY,
    unit: 'ms',
    measure: async () => (await measureFirstPaint()).content,
  },
  {
    what: 'Wizard, first paint relative to that of a bare webview panel in the same window',
    budget: 1.5,
    unit: 'times',
    measure: async () => {
      const { wizard, bare } = await measureFirstPaint();
      return wizard / bare;
    },
  },
];
