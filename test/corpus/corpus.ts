/*
 * Entry point of `npm run corpus`. Arguments: FOLDER SARIF-SCHEMA [whole] [fix] [minutes=N] [only=PART]. The last line
 * is `N passed, N failed`.
 */
import { readCorpus } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { declarations } from './declarations';
import { edits } from './edits';
import { evaluating } from './evaluating';
import { fixing } from './fixing';
import { honesty } from './honesty';
import { checkingCorpusPart } from './checking';
import { metamorphic } from './metamorphic';
import { readingCorpusPart } from './reading';
import { scanning } from './scanning';
import { bicepAndJsonPairs } from './bicep-and-json-pairs';
import { damageCorpusPart } from './damage';

const parts: readonly CorpusPart[] = [
  readingCorpusPart,
  evaluating,
  checkingCorpusPart,
  fixing,
  scanning,
  bicepAndJsonPairs,
  metamorphic,
  declarations,
  damageCorpusPart,
  edits,
  honesty,
];

const [folder = '', sarifSchema = '', ...asked] = process.argv.slice(2);
const files = readCorpus(folder);
const valueOf = (name: string): string | undefined =>
  asked.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
const only = valueOf('only');
const minutes = Number(valueOf('minutes') ?? Infinity);
let passed = 0;
let failed = 0;
for (const part of parts.filter(({ title }) => only === undefined || title.toLowerCase() === only)) {
  console.log(`\n${part.title}`);
  const result = await part.run(files, {
    folder,
    sarifSchema,
    isWhole: asked.includes('whole'),
    fixes: asked.includes('fix'),
    minutes,
  });
  for (const line of result.lines) console.log(`  ${line}`);
  for (const line of result.failures) console.log(`  ✗ ${line}`);
  passed += result.passed;
  failed += result.failures.length;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && files.length > 0 ? 0 : 1);
