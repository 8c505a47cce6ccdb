import { reason, type Reason } from '../../core/reason';
import type { SourceText } from '../source/source-files';
import { evaluationError, noFile } from './errors';
import type { Run } from './run';

/** A file that another one names, with the name under which places speak of it. */
export interface FoundFile {
  readonly file: string;
  readonly text: string;
}

/** The file `path`, named in `from`, or why it is not known. Throws `EvaluationError` where there is none. */
export function readFile(run: Run, path: string, from: string): FoundFile | Reason {
  return found(run.files.read(path, from), path);
}

function found(one: SourceText & { readonly file: string }, path: string): FoundFile | Reason {
  if (one.is === 'missing') throw evaluationError(noFile, { file: path });
  return one.is === 'text' ? { file: one.file, text: one.text } : whyNot(one, path);
}

/** The folder `path`, named in `from`, as the names of the files right in it. */
export function readFolder(run: Run, path: string, from: string): FoundFile | Reason {
  return found(run.files.list(path, from), path);
}

function whyNot({ is }: Exclude<SourceText, { is: 'text' | 'missing' }>, file: string): Reason {
  return is === 'outside'
    ? reason('unknown.file.outside', { file })
    : reason('unknown.file.wanted', { file });
}
