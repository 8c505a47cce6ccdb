import { basename } from 'node:path';
import { dishonestResults, everySubnet, valuesOfModules } from '../support/honesty';
import { knownValues } from '../support/unknown-values';
import type { CorpusFile } from './corpus-files';
import { diskWith } from './deployable-files';
import { pickSample } from './sample-of';

/** Maximum number of values per file, unless everything is tested. */
const mostOfFile = 10;

/** Result of a file whose values were removed one by one. */
export interface RemovedValues {
  readonly tested: number;
  readonly failures: readonly string[];
}

/** Removes values of a file one at a time: ten of them, or (`isWhole`) all. */
export async function removeValues(
  { name, path, text }: CorpusFile,
  isWhole: boolean,
): Promise<RemovedValues> {
  const one = { file: path, text, world: diskWith(new Map()) };
  const before = await everySubnet(one);
  if (!before || before.check.subjects.length === 0) return { tested: 0, failures: [] };
  const all = [...knownValues(path, text), ...(await valuesOfModules(one, before))];
  const chosen = isWhole ? all : pickSample(all, mostOfFile);
  const failures: string[] = [];
  for (const known of chosen) {
    for (const wrong of await dishonestResults(one, before, known)) {
      failures.push(`${name}, ${basename(known.file)}, ${known.what}: ${wrong}`);
    }
  }
  return { tested: chosen.length, failures };
}
