import { everyPrefixLosses } from '../support/every-cut';
import { lineLosses, prefixLosses, type Loss } from '../support/damaged-syntax';
import type { CorpusFile } from './corpus-files';

/** Attempts on one file, and the declarations that were lost. */
export interface DamagedFile {
  readonly name: string;
  readonly lines: number;
  readonly cuts: number;
  readonly losses: readonly Loss[];
}

const cutsPerFile = 150;

/** Deletes each line of a file and truncates the file, at some places or (`isWhole`) at every character as well. */
export function damageFile({ name, text }: Pick<CorpusFile, 'name' | 'text'>, isWhole: boolean): DamagedFile {
  const step = Math.max(1, Math.ceil(text.length / cutsPerFile));
  const losses = [...lineLosses(text, name), ...prefixLosses(text, name, step)];
  return {
    name,
    lines: text.split('\n').length,
    cuts: isWhole ? text.length : Math.ceil(text.length / step),
    losses: isWhole ? [...losses, ...everyPrefixLosses(text, name)] : losses,
  };
}
