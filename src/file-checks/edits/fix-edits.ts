import type { ResourceId } from '../../core/network/model';
import { reason, type Reason, type ReasonValues } from '../../core/reason';
import type { FileEditor } from '../../documents/edits/file-editor';
import type { TextEdit } from '../../documents/edits/text-edit';
import type { SourceRange } from '../../documents/source/source-range';
import type { EditedFiles } from './edited-files';
import { positionsIn } from '../diagnostic-range';

/** A fix as edits of files, or the reason why it can't be written there. */
export type FixEdits =
  | { readonly is: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly is: 'not-here'; readonly because: Reason };

export const nothingToWrite: FixEdits = { is: 'edits', edits: [] };

/**
 * Combines edits, or returns the first that can't be written. Identical edits of two steps for the same text are only
 * included once.
 */
export function combineEdits(all: readonly FixEdits[]): FixEdits {
  const edits: TextEdit[] = [];
  for (const one of all) {
    if (one.is === 'not-here') return one;
    edits.push(...one.edits.filter((edit) => edit.start === edit.end || !edits.some(isSameEdit(edit))));
  }
  return { is: 'edits', edits };
}

function isSameEdit({ file, start, end, text }: TextEdit): (other: TextEdit) => boolean {
  return (one) => one.file === file && one.start === start && one.end === end && one.text === text;
}

type Write = (editor: FileEditor, text: string, place: SourceRange) => readonly TextEdit[];

/** Creates edits for the file of a place, in its language. */
export function editAt(place: SourceRange, files: EditedFiles, write: Write): FixEdits {
  const text = files.textOf(place.file);
  if (text === undefined) return notWritable('file.fix.otherFile', { file: place.file });
  const editor = files.editorOf(place.file);
  const edits = editor ? write(editor, text, place) : [];
  return edits.length > 0 ? { is: 'edits', edits } : notWritable('file.fix.computed', { file: place.file });
}

export function notInFiles(id: ResourceId): FixEdits {
  return notWritable('terminal.notInFiles', { name: id.slice(id.lastIndexOf('/') + 1) });
}

export function notWritable(key: string, values: ReasonValues): FixEdits {
  return { is: 'not-here', because: reason(key, values) };
}

/** Refuses to remove a resource because a place of the files refers to it by name. */
export function notWritableNamedAt({ file, start }: SourceRange, name: string, files: EditedFiles): FixEdits {
  const { line } = positionsIn(files.textOf(file) ?? '')(start);
  return notWritable('file.fix.namedElsewhere', { name, file, line: String(line + 1) });
}
