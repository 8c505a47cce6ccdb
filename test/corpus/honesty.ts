import { readFileSync } from 'node:fs';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { deployableFiles } from './deployable-files';
import { onTwoCores } from './on-two-cores';
import { pickSample } from './sample-of';

/** Maximum number of files, unless everything is tested. */
const mostFiles = 120;

/**
 * Any single value becomes a parameter without a value. No result passes that didn't pass before, and no subnet is
 * ready that another value would break.
 */
export const honesty: CorpusPart = {
  title: 'Honesty',
  async run(files, { folder, isWhole }) {
    const all = deployableFiles(files, folder)
      .map((path) => fileAt(path, folder))
      .filter(({ text }) => /Microsoft\.Network\/(virtualNetworks|networkSecurityGroups)/i.test(text));
    const chosen = isWhole ? all : pickSample(all, mostFiles);
    const results = await onTwoCores('honesty', chosen, { folder, isWhole });
    const tested = results.reduce((sum, one) => sum + one.tested, 0);
    const failures = results.flatMap((one) => one.failures);
    const withSubnets = results.filter((one) => one.tested > 0).length;
    return {
      lines: [
        `${tested} values taken away from ${withSubnets} files with subnets; ${chosen.length} of ${all.length} files with networks were read`,
      ],
      passed: tested - failures.length,
      failures,
    };
  },
};

function fileAt(path: string, folder: string): CorpusFile {
  return {
    name: path.slice(folder.length + 1),
    path,
    text: readFileSync(path, 'utf8'),
    compiles: undefined,
    errorCodes: [],
  };
}
