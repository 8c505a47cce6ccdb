import { defineConfig } from '@playwright/test';
import { browserSwitches, findBrowser } from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/runs',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  // One VS Code and one browser at a time: two cores, and steps whose order is the point.
  workers: 1,
  // A second try where a loaded machine lost a click: `scripts/test.mjs` names each test that needed one.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    // What a step presses is there in a second or two; where it is lost, the test says so and not its end.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserSwitches },
  },
});
