// Checks that no exported name is declared twice in the project, so that a name means one thing. `docs/glossary.md`
// lists the terms, and names that they replaced must not come back.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repeatedNames } from './exported-names.mjs';
import { root } from './places.mjs';
import { oldNameFaults } from './words/old-names.mjs';

const files = globSync(
  ['src/**/*.ts', 'webview-ui/**/*.{ts,mjs}', 'scripts/**/*.mjs', 'test/**/*.{ts,mts,mjs}'],
  {
    cwd: root,
  },
)
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('test/fixtures/'))
  .sort();
const repeated = repeatedNames(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

for (const [name, places] of repeated) console.log(`${name} is exported by ${places.join(', ')}`);
if (repeated.size > 0) {
  console.log(`${repeated.size} exported names are declared twice: give each a name that says which it is.`);
  process.exitCode = 1;
}

const faults = oldNameFaults();
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
