import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { isCollected } from '../../scripts/linux-only.mjs';

/** Called by VS Code inside the extension host; it fails the run by rejecting. */
export async function run(): Promise<void> {
  checkVersion(process.env['AML_SECURE_COMPUTE_TEST_VERSION'] ?? '');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: true });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files) {
    const source = `test/integration/${file.replaceAll('\\', '/').replace(/\.js$/, '.ts')}`;
    if (file.endsWith('.test.js') && isCollected(source)) mocha.addFile(join(__dirname, file));
  }
  const results = await finished(mocha);
  const report = process.env['AML_SECURE_COMPUTE_TEST_REPORT'];
  if (report !== undefined) writeFileSync(report, JSON.stringify({ tests: results }));
  const failures = results.filter(({ passed }) => !passed).length;
  if (failures > 0 || results.length === 0) {
    throw new Error(`${failures} of ${results.length} tests failed`);
  }
}

/** Prints the version of VS Code. @throws if another version is demanded */
function checkVersion(demanded: string): void {
  console.log(
    `VS Code ${vscode.version} (${vscode.env.appName}, ${process.platform}, Node ${process.versions.node})`,
  );
  const isNamed = /^\d/.test(demanded);
  const isRight = isNamed ? vscode.version === demanded : !demanded || vscode.version.includes('insider');
  if (!isRight) throw new Error(`VS Code ${demanded} is demanded, and ${vscode.version} runs.`);
}

interface Result {
  readonly title: string;
  /** False for a skipped test too. */
  readonly passed: boolean;
  readonly seconds: number;
}

function finished(mocha: Mocha): Promise<readonly Result[]> {
  return new Promise((resolve) => {
    const results: Result[] = [];
    const runner = mocha.run(() => resolve(results));
    const note = (test: Mocha.Runnable, passed: boolean): void => {
      results.push({ title: test.fullTitle(), passed, seconds: (test.duration ?? 0) / 1000 });
    };
    runner.on('pass', (test) => note(test, true));
    runner.on('fail', (test) => note(test, false));
    runner.on('pending', (test) => note(test, false));
  });
}
