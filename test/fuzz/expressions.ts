/*
 * Another entry point of `npm run fuzz -- --bad`. Argument: ROOT. Tests each regular expression of the product with
 * texts that slow it down.
 */
import { regularExpressionsIn } from '../../scripts/expressions.mjs';
import { slowText } from '../support/pumped-texts';

const [root = ''] = process.argv.slice(2);
const longest = 16_000;

let failed = 0;
const expressions = regularExpressionsIn(root);
for (const { source, flags, places } of expressions) {
  const text = slowText(new RegExp(source, flags), longest);
  if (text === undefined) continue;
  failed += 1;
  console.log(`✗ ${places.join(', ')}: /${source}/${flags} is slow on ${JSON.stringify(text)}`);
}
console.log(`${expressions.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
