// node webview-ui/dev/shots.mjs [name…]: pictures of the page in its situations, into test-results/dev-page, and
// what axe finds in each. Ends with 1 where something serious was found or the page's policy refused something.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveDevPage } from './build.mjs';

const results = fileURLToPath(new URL('../../test-results/dev-page', import.meta.url));
const wide = { width: 1392, height: 844 };
const all = ['dark', 'light', 'hc', 'hc-light'];

/** @type {Record<string, { scenario: string, size?: { width: number, height: number }, themes?: string[], open?: string, press?: string }>} */
const shots = {
  network: { scenario: 'deny-all', themes: all },
  'network-900': { scenario: 'deny-all', size: { width: 900, height: 844 } },
  'network-700': { scenario: 'deny-all', size: { width: 700, height: 900 } },
  'network-800': { scenario: 'deny-all', size: { width: 800, height: 900 } },
  'network-620': { scenario: 'deny-all', size: { width: 620, height: 900 } },
  'where-620': { scenario: 'start', size: { width: 620, height: 900 } },
  'network-480': { scenario: 'deny-all', size: { width: 480, height: 1044 } },
  'network-320': { scenario: 'deny-all', size: { width: 320, height: 700 } },
  size: { scenario: 'healthy', themes: all },
  'size-480': { scenario: 'healthy', size: { width: 480, height: 900 } },
  short: { scenario: 'short', themes: ['dark', 'hc'] },
  managed: { scenario: 'managed' },
  where: { scenario: 'start', themes: all },
  what: { scenario: 'what', themes: all },
  throttled: { scenario: 'throttled' },
  forbidden: { scenario: 'forbidden' },
  reading: { scenario: 'reading' },
  review: { scenario: 'review', themes: all },
  'review-long': { scenario: 'review-long', themes: ['dark', 'hc'] },
  'review-700': { scenario: 'review-long', size: { width: 700, height: 900 } },
  'review-480': { scenario: 'review', size: { width: 480, height: 900 } },
  'review-480-picture': { scenario: 'review', size: { width: 480, height: 900 }, press: 'Show picture' },
  'review-table': { scenario: 'review', press: 'Show as table' },
};

const wanted = process.argv.slice(2);
const server = await serveDevPage();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let bad = 0;
try {
  mkdirSync(results, { recursive: true });
  for (const [name, shot] of Object.entries(shots)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const theme of shot.themes ?? ['dark']) bad += await take(name, shot, theme);
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exitCode = bad > 0 ? 1 : 0;

async function take(name, { scenario, size = wide, open, press }, theme) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${server.address}?scenario=${scenario}&theme=${theme}${open ? `&open=${open}` : ''}`);
  await page.waitForTimeout(700);
  if (press) await page.getByRole('button', { name: press }).click();
  // Taking a picture writes style elements, which the page's policy refuses: that is not the page's doing.
  const errors = new Set(said);
  await page.screenshot({ path: `${results}/${name}-${theme}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  for (const one of serious) {
    const where = one.nodes
      .map((node) => `${node.target.flat().join(' ')}: ${node.failureSummary}`)
      .join('\n    ');
    process.stdout.write(`  ${name} ${theme}: ${one.id}\n    ${where}\n`);
  }
  for (const text of errors) process.stdout.write(`  ${name} ${theme}: ${text}\n`);
  process.stdout.write(`${name} ${theme}: ${serious.length} serious, ${errors.size} errors\n`);
  await context.close();
  return serious.length + errors.size;
}
