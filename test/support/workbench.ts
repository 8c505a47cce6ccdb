import { test as base, expect } from '@playwright/test';
import { openWindow, startServer, type Theme, type VscodeWindow } from './vscode-window';
import { wizardOf, type Wizard } from './wizard';
import type { Server } from '../../scripts/server-process.mjs';

export { expect };
export type { Theme };

interface Options {
  /** Set it with `test.use({ theme: 'light' })`. */
  readonly theme: Theme;
  readonly workspace: string;
  /** The folder's own settings. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface WorkerFixtures {
  /** One for all specs, dark. */
  readonly server: Server;
}

interface Windows {
  readonly workbench: VscodeWindow;
  readonly wizard: Wizard;
}

/**
 * `workbench`: a window of its own for each test, on the server that the specs share.
 * `wizard`: the wizard opened in it from the palette.
 */
export const test = base.extend<Options & Windows, WorkerFixtures>({
  theme: ['dark', { option: true }],
  workspace: ['workspace', { option: true }],
  settings: [{}, { option: true }],

  server: [
    // Playwright demands a destructured first parameter.
    async ({}, use) => {
      const server = await startServer('dark');
      try {
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  workbench: async ({ server, browser, viewport, theme, workspace, settings }, use) => {
    const look = { ...(theme === 'dark' ? {} : { theme }), ...(viewport === null ? {} : { viewport }) };
    const window = await openWindow({ browser, url: server.url, workspace, settings, ...look });
    try {
      await use(window);
      expect(window.troubles, 'errors of the page').toEqual([]);
    } finally {
      await window.close();
    }
  },

  wizard: async ({ workbench }, use) => {
    // The side bar would take a quarter of the window from every picture.
    await workbench.page.keyboard.press('Control+B');
    await workbench.run('Create secured AML compute');
    const wizard = wizardOf(workbench);
    await expect(wizard.section('Where')).toHaveAttribute('aria-expanded', 'true');
    await use(wizard);
  },
});
