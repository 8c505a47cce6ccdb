import type { CorpusPart, PartResult } from './corpus-part';
import { onTwoCores } from './on-two-cores';
import { pickSample } from './sample-of';
import type { WrittenOtherwise } from './rewritten-files';

/** Maximum number of files, unless everything is tested. */
const mostFiles = 120;

/**
 * Each rewritten file has the same results, findings, and exit code. If they differ, the official compiler decides
 * whether it still deploys the same.
 */
export const metamorphic: CorpusPart = {
  title: 'Metamorphic',
  async run(files, { folder, isWhole }) {
    const all = files.filter(({ name }) => name.endsWith('.bicep'));
    const chosen = isWhole ? all : pickSample(all, mostFiles);
    const compared = await onTwoCores('metamorphic', chosen, { folder, isWhole });
    const result = resultOf(compared.flat());
    return { ...result, lines: [`${chosen.length} of ${all.length} files`, ...result.lines] };
  },
};

function resultOf(compared: readonly WrittenOtherwise[]): PartResult {
  const same = compared.filter((one) => one.isSame);
  const failures = same.flatMap(({ way, at, differing }) =>
    differing.length === 0
      ? []
      : [`${way}, ${at}: ${differing.length} differ, such as ${differing[0] ?? ''}`],
  );
  const ways = [...new Set(compared.map(({ way }) => way))];
  const line = (way: string): string => {
    const ofWay = compared.filter((one) => one.way === way);
    const count = ofWay.filter((one) => one.isSame).length;
    const other = ofWay.length - count;
    return `  ${way}: ${count}${other > 0 ? `, and ${other} that deploy something else` : ''}`;
  };
  return {
    passed: same.length - failures.length,
    failures,
    lines: [`${same.length} compared:`, ...ways.map(line)],
  };
}
