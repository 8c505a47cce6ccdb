import type { AnalysisResult } from '../analyze-file';
import type { Reason } from '../../core/reason';
import type { FileEditor } from '../../documents/edits/file-editor';
import type { Template } from '../../documents/template/template';

/** Files as they are edited: their texts, and who writes each language. */
export interface EditedFiles {
  /** Undefined where the file may not be written, such as one that was only read for a module. */
  textOf(file: string): string | undefined;
  editorOf(file: string): FileEditor | undefined;
  templateOf(file: string): Template | undefined;
  /** A sentence for a rule's description. */
  readonly describe: (why: Reason) => string;
}

/** True of a file that may be edited: no module from a registry, and nothing of Terraform. */
export function isEditable(
  { check, terraform }: Pick<AnalysisResult, 'check' | 'terraform'>,
  file: string,
): boolean {
  return terraform === null && !check.borrowed.has(file);
}
