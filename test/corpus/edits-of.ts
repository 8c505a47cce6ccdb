import { editLosses, listsOf, type EditLoss, type ListExpression } from '../support/edit-losses';
import type { CorpusFile } from './corpus-files';

/** Attempts on one file, and what went wrong. */
export interface Edited {
  readonly name: string;
  readonly lists: number;
  readonly losses: readonly EditLoss[];
}

const listsPerFile = 12;

/** Edits some lists of a file, or (`isWhole`) all of them. */
export function editsOf(file: Pick<CorpusFile, 'name' | 'text'>, isWhole: boolean): Edited {
  const all = listsOf(file.text, file.name);
  const lists = isWhole ? all : spread(all);
  return { name: file.name, lists: lists.length, losses: editLosses(file, lists) };
}

/** Returns some of the lists, evenly spread. */
function spread(lists: readonly ListExpression[]): ListExpression[] {
  const step = Math.max(1, lists.length / listsPerFile);
  return lists.filter((_list, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
