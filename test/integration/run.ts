import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Called by VS Code inside the extension host; it fails the run by rejecting. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: true });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  const stats = await finished(mocha);
  const report = process.env['AML_SECURE_COMPUTE_TEST_REPORT'];
  if (report !== undefined) writeFileSync(report, JSON.stringify(stats));
  if (stats.failures > 0 || stats.tests === 0) {
    throw new Error(`${stats.failures} of ${stats.tests} tests failed`);
  }
}

function finished(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats === undefined) reject(new Error('mocha gave no counts'));
      else resolve(runner.stats);
    });
  });
}
