import { editLosses, listsOf, type ListExpression } from '../support/edit-losses';
import type { CorpusPart } from './corpus-part';

const listsPerFile = 12;

/** A list that is edited says what it said but for the edit, and nothing else in the file is lost. */
export const edits: CorpusPart = {
  title: 'Edits',
  run(files, { isWhole }) {
    const failures: string[] = [];
    let edited = 0;
    for (const file of files.filter(({ name }) => name.endsWith('.bicep'))) {
      const all = listsOf(file.text, file.name);
      const lists = isWhole ? all : spread(all);
      edited += lists.length;
      for (const { edit, wrong } of editLosses(file, lists)) failures.push(`${file.name}, ${edit}: ${wrong}`);
    }
    return { lines: [`${edited} lists edited`], passed: edited, failures };
  },
};

/** Some of all, evenly. */
function spread(lists: readonly ListExpression[]): ListExpression[] {
  const step = Math.max(1, lists.length / listsPerFile);
  return lists.filter((_list, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
