import type { Loss } from '../support/damaged-syntax';
import type { CorpusPart } from './corpus-part';
import { onTwoCores } from './on-two-cores';
import { damageFile } from './damage-file';

/** If a file is truncated or a line is missing, only the damaged declaration is lost. */
export const damageCorpusPart: CorpusPart = {
  title: 'Syntax errors',
  async run(files, { folder, isWhole }) {
    const all = isWhole
      ? await onTwoCores('damage', files, { folder, isWhole })
      : files.map((file) => damageFile(file, false));
    const failures = all.flatMap(({ name, losses }) => losses.map((loss) => shown(name, loss)));
    const lines = sum(all.map((one) => one.lines));
    const cuts = sum(all.map((one) => one.cuts));
    return {
      lines: [`${lines} lines deleted one by one, ${cuts} cuts`],
      passed: lines + cuts - failures.length,
      failures,
    };
  },
};

function shown(name: string, { damage, lost }: Loss): string {
  return `${name}, ${damage}: lost ‘${lost}’`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
