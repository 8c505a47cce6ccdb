import { defineConfig } from '@playwright/test';
import { browserSwitches, findBrowser } from './scripts/browser.mjs';

/** VS Code around the page: a step's answer is there in a second or two, a window's start takes longer. */
const inVscode = {
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: { actionTimeout: 30_000, navigationTimeout: 60_000, viewport: { width: 1440, height: 900 } },
};
/** The page alone: every answer is there at once, and what takes longer is lost. */
const inBrowser = {
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000, navigationTimeout: 15_000 },
};

export default defineConfig({
  outputDir: 'test-results/runs',
  globalSetup: './test/support/build-page.ts',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  workers: 2,
  // A test that needs a second try is at fault.
  retries: 0,
  // The host of the page is one big file that is built already.
  build: { external: ['**/out/**'] },
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserSwitches },
  },
  projects: [
    { name: 'page', testDir: 'test/page', testIgnore: 'more/**', ...inBrowser },
    { name: 'page-more', testDir: 'test/page/more', ...inBrowser },
    { name: 'vscode', testDir: 'test/e2e', testIgnore: 'more/**', ...inVscode },
    { name: 'vscode-more', testDir: 'test/e2e/more', ...inVscode },
  ],
});
