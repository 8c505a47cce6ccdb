import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  test as base,
  expect,
  type Browser,
  type FrameLocator,
  type Locator,
  type Page,
} from '@playwright/test';
import { root, vsix } from '../../scripts/places.mjs';
import { startUserServer, type Server } from '../../scripts/server-process.mjs';

export { expect };

export type Theme = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

const themeNames: Readonly<Record<Theme, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** A window of VS Code in the browser, with the packaged extension, as a person uses it. */
export interface Workbench {
  readonly page: Page;
  /** The opened folder on disk: a copy that this window alone has. */
  readonly folder: string;
  /** Runs a command of the palette by the title shown there. */
  run(title: string): Promise<void>;
  /** The content of the visible webview. */
  webview(): FrameLocator;
  /** Presses a button of VS Code's own modal dialog. */
  answerDialog(button: string): Promise<void>;
  dialog(): Locator;
  /** Reloads the window, and waits until the extension is there again. */
  reload(): Promise<void>;
  /** Writes `test-results/<name>.png`. */
  screenshot(name: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
}

interface Options {
  readonly theme: Theme;
  /** The folder below `test/fixtures` that is copied and opened. */
  readonly workspace: string;
}

interface WorkerFixtures {
  readonly server: (theme: Theme) => Promise<Server>;
}

/** `workbench`: a fresh folder and a fresh browser profile, on the server of its theme, which the specs share. */
export const test = base.extend<Options & { workbench: Workbench }, WorkerFixtures>({
  theme: ['dark', { option: true }],
  workspace: ['workspace', { option: true }],

  server: [
    // Playwright demands a destructured first parameter.
    async ({}, use) => {
      const started = new Map<Theme, Promise<Server>>();
      const serverOf = (theme: Theme): Promise<Server> => {
        const running = started.get(theme) ?? startServer(theme);
        started.set(theme, running);
        return running;
      };
      try {
        await use(serverOf);
      } finally {
        for (const server of started.values()) await server.then((running) => running.stop());
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  workbench: async ({ server, browser, viewport, theme, workspace }, use) => {
    const { url } = await server(theme);
    const folder = mkdtempSync(join(tmpdir(), 'aml-'));
    cpSync(join(root, 'test', 'fixtures', workspace), folder, { recursive: true });
    const page = await newPage(browser, viewport);
    try {
      await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
      const workbench = drive(page, folder);
      await extensionIsThere(page);
      await use(workbench);
    } finally {
      await page.context().close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

function startServer(theme: Theme): Promise<Server> {
  const settings = {
    'workbench.colorTheme': themeNames[theme],
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'files.simpleDialog.enable': true,
  };
  return startUserServer({ vsix, settings });
}

/** A context of its own: axe refuses a page that shares the default one. */
async function newPage(browser: Browser, viewport: { width: number; height: number } | null): Promise<Page> {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  return context.newPage();
}

/** The palette's list is not refreshed, so nothing may be typed before the extension's own icon has appeared. */
async function extensionIsThere(page: Page): Promise<void> {
  await expect(page.locator('.activitybar [aria-label^="Secured AML compute"]').first()).toBeVisible({
    timeout: 60_000,
  });
}

function drive(page: Page, folder: string): Workbench {
  const dialog = (): Locator => page.locator('.monaco-dialog-box');
  return {
    page,
    folder,
    dialog,
    async run(title) {
      await page.keyboard.press('F1');
      const palette = page.locator('.quick-input-widget');
      await expect(palette).toBeVisible();
      await palette.locator('input').first().fill(`>${title}`);
      await palette.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
      await expect(palette).toBeHidden();
    },
    // By id: the inner frame's name stays `pending-frame`.
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    async answerDialog(button) {
      await dialog().getByRole('button', { name: button, exact: true }).click();
      await expect(dialog()).toBeHidden();
    },
    async reload() {
      await page.reload();
      await extensionIsThere(page);
    },
    async screenshot(name) {
      const path = join(root, 'test-results', `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}
