import type { TextEdit } from '../../../documents/edits/text-edit';
import type { HclSource } from '../../../documents/hcl/hcl-edits';
import { isDownloaded, type EditedFiles } from '../edited-files';
import { notWritable, type FixEdits } from '../fix-edits';

/** Writes into a file of HCL; why not, where it can't be edited or has no place for the edit. */
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

/** Why a file of Terraform can't be edited. */
export function notEditable(file: string): FixEdits {
  if (isDownloaded(file)) return notWritable('file.fix.downloadedModule', { file });
  if (/\.json$/i.test(file)) return notWritable('file.fix.terraformJson', { file });
  return notWritable('file.fix.otherFile', { file });
}
