import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBicep } from '../../src/documents/bicep/read-bicep';
import { fixtureFolder } from '../support/bicep-fixtures';
import { medianMilliseconds, type Bench } from '../support/bench';

/** Repeats security rules up to a file of the given length. */
function longFile(lines: number): string {
  const text = readFileSync(join(fixtureFolder, 'resources', 'plain.bicep'), 'utf8');
  return text.repeat(Math.ceil(lines / text.split('\n').length));
}

const keystroke = longFile(1000);
const large = longFile(200_000).slice(0, 5_000_000);

export const benches: readonly Bench[] = [
  {
    what: `Bicep of ${keystroke.split('\n').length} lines parsed (of a keystroke's 16 ms)`,
    budget: 8,
    unit: 'ms',
    measure: () => medianMilliseconds(() => readBicep(keystroke, 'main.bicep')),
  },
  {
    what: 'Bicep of 5 MB parsed, up to the limit',
    budget: 2000,
    unit: 'ms',
    measure: () => medianMilliseconds(() => readBicep(large, 'main.bicep'), { times: 1, warmUp: 1 }),
  },
];
