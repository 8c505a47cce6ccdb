/* What `npm run fuzz` also runs: INPUTS FIRST. Damaged answers of Azure, files of service tags, and error messages. */
import { wrongWithAnswer } from '../support/damaged-answers';

const [inputs = '0', first = '0'] = process.argv.slice(2);
let failed = 0;
for (let number = Number(first); number < Number(first) + Number(inputs); number += 1) {
  const wrong = wrongWithAnswer(number);
  if (wrong === undefined) continue;
  failed += 1;
  console.log(`✗ input ${number}: ${wrong}`);
}
console.log(`answers damaged\n${Number(inputs) - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
