/* What `npm run fuzz` runs: INPUTS FIRST [FOLDER]. The last line is `N passed, N failed`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import { bicepFixtures } from '../support/bicep-fixtures';
import { lossesOf } from '../support/bicep-syntax';
import { mutated } from '../support/mutations';

const limit = 2000;

const [inputs = '0', first = '0', folder] = process.argv.slice(2);
const others =
  folder === undefined
    ? []
    : globSync('**/*.bicep', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));
const texts = [...bicepFixtures().map((one) => one.text), ...others];

/** What is wrong with how a text is read; undefined where nothing is. */
function wrongWith(text: string): string | undefined {
  const started = performance.now();
  try {
    readBicep(text, 'main.bicep');
    const lost = lossesOf(text, 'main.bicep');
    if (lost !== undefined) return lost;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - started;
  return took > limit ? `took ${Math.round(took)} ms` : undefined;
}

let failed = 0;
for (let number = Number(first); number < Number(first) + Number(inputs); number += 1) {
  const wrong = wrongWith(mutated(number, texts));
  if (wrong === undefined) continue;
  failed += 1;
  console.log(`✗ input ${number}: ${wrong}`);
}
console.log(`${texts.length} files wounded\n${Number(inputs) - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
