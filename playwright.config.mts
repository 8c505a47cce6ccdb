import { defineConfig } from '@playwright/test';
import { browserSwitches, findBrowser } from './scripts/browser.mjs';

/** VS Code around the page: a step's answer is there in a second or two, a window's start takes longer. */
const inVscode = {
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: { actionTimeout: 30_000, navigationTimeout: 60_000, viewport: { width: 1440, height: 900 } },
};
/** The page alone, where every answer is there at once; the times are those of a machine with much else to do. */
const inBrowser = {
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Pictures and axe look at what stays, not at what turns.
    contextOptions: { reducedMotion: 'reduce' },
  },
} as const;

export default defineConfig({
  outputDir: 'test-results/runs',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  workers: 2,
  // A test that needs a second try is at fault.
  retries: 0,
  // The host of the page is one big file that is built already.
  build: { external: ['**/out/**'] },
  use: {
    // A trace takes a third of a test's time. `--trace on` writes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserSwitches },
  },
  projects: [
    { name: 'page', testDir: 'test/page', testIgnore: 'more/**', ...inBrowser },
    { name: 'page-more', testDir: 'test/page/more', ...inBrowser },
    { name: 'vscode', testDir: 'test/e2e', testIgnore: 'more/**', ...inVscode },
    { name: 'vscode-more', testDir: 'test/e2e/more', ...inVscode },
    { name: 'pictures', testDir: 'test/pictures', ...inVscode },
  ],
});
