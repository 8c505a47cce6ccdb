import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { SandboxAzure } from '../../src/sandbox/create-sandbox';
import type { Fault } from '../../src/sandbox/faults';
import { root } from '../../scripts/places.mjs';
import { buildPage, pageFolder } from '../../webview-ui/dev/build.mjs';
import type { HostedWizard, PageHost } from './page-host';
import type { Recorded, SampleWizardOptions } from './sample-wizard';
import type { Theme } from './vscode-window';
import { hostileAzure } from './hostile-named-azure';
import { wizardIn, type Wizard } from './wizard';

export { expect };
export type { Theme };
type Language = 'en' | 'fr';

interface Options {
  /** Set it with `test.use({ theme: 'light' })`. */
  readonly theme: Theme;
  readonly language: Language;
  /** The size of a page that VS Code leaves in a window of 1440 by 900. */
  readonly size: { readonly width: number; readonly height: number };
  /**
   * `instant`: Azure completes requests immediately. `lifelike`: it completes them once the test has moved
   * `sample.clock`, which is stopped.
   */
  readonly pace: 'instant' | 'lifelike';
  /** The sample with its large subscriptions. */
  readonly large: boolean;
  /** No account is signed in. */
  readonly signedOut: boolean;
  /** Files of the folder that describe networks, while no account is signed in; null if no folder is open. */
  readonly networkFiles: number | null;
  /** Suffix of every name that Azure returns. */
  readonly tail: string;
  /** Failures in Azure from the first request on. */
  readonly faults: readonly Fault[];
}

/** The editor around the page: the requests that it received, and its answers. */
export interface Editor extends Recorded {
  /** Whether a user confirms before something is done, and the text that they enter when asked for a secret. */
  readonly answers: { confirm: boolean; secret?: string };
}

interface PlanContext {
  /** The page's own window, and its visible content. */
  readonly view: View;
  readonly wizard: Wizard;
  readonly editor: Editor;
  /** The Azure behind the page: makes it fail, changes its resources, and moves its clock. */
  readonly sample: SandboxAzure;
  /** `typed`: the next texts that a user enters into input boxes. */
  readonly hosted: HostedWizard & { readonly editor: Editor; readonly typed: string[] };
}

export interface View {
  readonly page: Page;
  resize(width: number, height: number): Promise<void>;
  /** Writes `test-results/<name>.png`. */
  screenshot(name: string): Promise<void>;
  /** Faults of the page so far: its errors, and requests that its policy refused. */
  readonly troubles: readonly string[];
}

/**
 * The wizard's page in a plain browser, over the real session and the sample: `wizard` is open at its first section.
 * There is no VS Code around it; `editor` records the requests to one.
 */
export const test = base.extend<Options & PlanContext, { readonly host: PageHost }>({
  theme: ['dark', { option: true }],
  language: ['en', { option: true }],
  size: [{ width: 1382, height: 798 }, { option: true }],
  pace: ['instant', { option: true }],
  large: [false, { option: true }],
  signedOut: [false, { option: true }],
  networkFiles: [3, { option: true }],
  tail: ['', { option: true }],
  faults: [[], { option: true }],

  host: [
    // Playwright requires a destructured first parameter.
    async ({}, use) => {
      const { startPageHost } = await buildPage();
      const host = await startPageHost(pageFolder);
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],

  hosted: async ({ host, language, pace, large, tail, faults, signedOut, networkFiles }, use) => {
    const startedAt = Date.now();
    const answers: Editor['answers'] = { confirm: true };
    const typed: string[] = [];
    const options: SampleWizardOptions = {
      language,
      sample: { pace, latency: 0, large, ...(pace === 'lifelike' ? { now: () => startedAt } : {}) },
      before: ({ faults: troubles }) => faults.forEach((fault) => troubles.next(fault)),
      confirm: () => answers.confirm,
      secret: () => answers.secret,
      ...(signedOut ? { signedOut, networkFiles } : {}),
      typed,
      ...(tail === '' ? {} : { azure: (sample) => hostileAzure(sample, tail) }),
    };
    const hosted = host.host(options);
    await use({ ...hosted, typed, editor: { ...hosted.recorded, answers } });
    hosted.close();
  },

  editor: ({ hosted }, use) => use(hosted.editor),
  sample: ({ hosted }, use) => use(hosted.sample),

  viewport: ({ size }, use) => use(size),

  view: async ({ page, hosted, theme }, use) => {
    const troubles = listenForTroubles(page);
    await page.goto(`${hosted.address}&theme=${theme}`);
    await use(viewOf(page, troubles));
    expect(troubles, 'errors of the page').toEqual([]);
  },

  wizard: async ({ view }, use) => {
    const wizard = wizardIn(view.page);
    await expect(firstSection(view.page)).toHaveAttribute('aria-expanded', 'true');
    await use(wizard);
  },
});

/** Returns the section *Workspace*, in any language. */
function firstSection(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('button');
}

/** Errors in the console, including everything that the page's policy refused. */
function listenForTroubles(page: Page): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  return troubles;
}

function viewOf(page: Page, troubles: readonly string[]): View {
  return {
    page,
    troubles,
    async resize(width, height) {
      await page.setViewportSize({ width, height });
      await layoutSettled(page);
    },
    screenshot: (name) => saveScreenshot(page, name),
  };
}

/** Waits until observers of sizes have chosen a layout, and observers of what they changed have. */
async function layoutSettled(page: Page): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
}

/** Writes `test-results/<name>.png`. */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  const path = join(root, 'test-results', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}
