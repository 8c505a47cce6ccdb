import { reason, type Reason } from '../../core/reason';
import type { SourceText } from '../source/source-files';
import { evaluationError, noFile } from './errors';
import type { Run } from './run';

/** A file that another file refers to, with its name in places. */
export interface FoundFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the file `path`, relative to `from`, or returns the reason why it isn't known.
 * @throws `EvaluationError` if it doesn't exist
 */
export function readFile(run: Run, path: string, from: string): FoundFile | Reason {
  return found(run.files.read(path, from), path);
}

function found(one: SourceText & { readonly file: string }, path: string): FoundFile | Reason {
  if (one.is === 'missing') throw evaluationError(noFile, { file: path });
  return one.is === 'text' ? { file: one.file, text: one.text } : whyNot(one, path);
}

/** Reads the folder `path`, relative to `from`, as the names of the files directly in it. */
export function readFolder(run: Run, path: string, from: string): FoundFile | Reason {
  return found(run.files.list(path, from), path);
}

function whyNot({ is }: Exclude<SourceText, { is: 'text' | 'missing' }>, file: string): Reason {
  return is === 'outside'
    ? reason('unknown.file.outside', { file })
    : reason('unknown.file.wanted', { file });
}
