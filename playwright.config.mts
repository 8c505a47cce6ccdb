import { defineConfig } from '@playwright/test';
import { browserSwitches, findBrowser } from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/runs',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  // One VS Code and one browser at a time: two cores, and steps whose order is the point.
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserSwitches },
  },
});
