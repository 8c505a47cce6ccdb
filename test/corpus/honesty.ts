import { dishonestResults, everySubnet } from '../support/honesty';
import { knownValues } from '../support/unknown-values';
import type { CorpusFile } from './corpus-files';
import type { CorpusPart } from './corpus-part';
import { diskWith, rootsOf } from './judged-root';

/** Values of a file that are tried, unless nothing is left out. */
const mostOfFile = 10;

/** Any one value becomes a parameter without a value: no result passes then that didn't, and none is ready that another value breaks. */
export const honesty: CorpusPart = {
  title: 'Honesty',
  async run(files, { folder, isWhole }) {
    const failures: string[] = [];
    let tried = 0;
    for (const root of rootsOf(files, folder)) {
      const result = await valuesOf(root, isWhole);
      tried += result.tried;
      failures.push(...result.failures.map((one) => `${root.slice(folder.length + 1)}, ${one}`));
    }
    return { lines: [`${tried} values taken away`], passed: tried - failures.length, failures };
  },
};

interface Tried {
  readonly tried: number;
  readonly failures: readonly string[];
}

async function valuesOf(file: CorpusFile['path'], isWhole: boolean): Promise<Tried> {
  const world = diskWith(new Map());
  const text = (await world.read(file)) ?? '';
  if (!/Microsoft\.Network\/(virtualNetworks|networkSecurityGroups)/i.test(text)) {
    return { tried: 0, failures: [] };
  }
  const one = { file, text, world };
  const before = await everySubnet(one);
  if (!before || before.check.subjects.length === 0) return { tried: 0, failures: [] };
  const all = knownValues(file, text);
  const step = isWhole ? 1 : Math.max(1, Math.floor(all.length / mostOfFile));
  const chosen = all.filter((_, at) => at % step === 0);
  const failures: string[] = [];
  for (const known of chosen) {
    for (const wrong of await dishonestResults(one, before, known)) failures.push(`${known.what}: ${wrong}`);
  }
  return { tried: chosen.length, failures };
}
