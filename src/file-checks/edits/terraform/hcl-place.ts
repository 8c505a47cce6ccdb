import type { TextEdit } from '../../../documents/edits/text-edit';
import type { HclSource } from '../../../documents/hcl/hcl-text';
import type { SourceRange } from '../../../documents/source/source-range';
import { isDownloaded, type EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';

/** Edits an HCL file, or returns the reason if the file isn't editable or the edit isn't possible. */
export function editHcl(
  file: string,
  files: EditedFiles,
  write: (source: HclSource) => readonly TextEdit[] | undefined,
): FixEdits {
  const text = files.textOf(file);
  if (text === undefined) return notEditable(file);
  const edits = write({ file, text }) ?? [];
  return edits.length > 0 ? { is: 'edits', edits } : notWritable('file.fix.computed', { file });
}

/** Returns the reason why a Terraform file can't be edited. */
export function notEditable(file: string): FixEdits {
  if (isDownloaded(file)) return notWritable('file.fix.downloadedModule', { file });
  return notWritable('file.fix.otherFile', { file });
}

/** True if an expression at this place can refer to resources: it isn't the default or the value of a variable. */
export function acceptsReferences({ file, start, end }: SourceRange, { terraform }: EditedFiles): boolean {
  const blocks = terraform?.syntax.get(file)?.body.blocks ?? [];
  return blocks.some(({ type, place }) => type !== 'variable' && place.start <= start && end <= place.end);
}
