import { test as base, expect } from '@playwright/test';
import { openWindow, startServer, type VscodeWindow } from './vscode-window';
import { wizardOf, type Wizard } from './wizard';
import type { Server } from '../../scripts/server-process.mjs';

export { expect };

interface Options {
  readonly workspace: string;
  /** The folder's own settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The user's settings, for those that a folder can't set. */
  readonly userSettings: Readonly<Record<string, unknown>>;
  /** VS Code's display language. */
  readonly language: string | undefined;
}

interface WorkerFixtures {
  /** One server for all the journeys of a worker, which opens their windows one after the other. */
  readonly server: Server;
}

interface Windows {
  readonly workbench: VscodeWindow;
  readonly wizard: Wizard;
}

/**
 * `workbench`: a separate window for each test, in its own browser profile, on the shared server. `wizard`: the wizard
 * opened in it from the palette.
 */
export const test = base.extend<Options & Windows, WorkerFixtures>({
  workspace: ['workspace', { option: true }],
  settings: [{}, { option: true }],
  userSettings: [{}, { option: true }],
  language: [undefined, { option: true }],

  server: [
    // Playwright requires a destructured first parameter.
    async ({}, use) => {
      const server = await startServer();
      try {
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  workbench: async ({ server, browser, viewport, workspace, settings, userSettings, language }, use) => {
    // Settings of this window only: changes by the previous one, such as its account, are reset.
    server.setUser(userSettings);
    const window = await openWindow({
      ...{ browser, address: server.address, workspace, settings },
      ...(viewport === null ? {} : { viewport }),
      ...(language === undefined ? {} : { language }),
    });
    try {
      await use(window);
      expect(window.troubles, 'errors of the page').toEqual([]);
    } finally {
      await window.close();
    }
  },

  wizard: async ({ workbench }, use) => {
    // The side bar would cover a quarter of the window in every picture.
    await workbench.page.keyboard.press('Control+B');
    await workbench.run('Create secured AML compute');
    const wizard = wizardOf(workbench);
    await expect(wizard.section('Workspace')).toHaveAttribute('aria-expanded', 'true');
    await use(wizard);
  },
});
