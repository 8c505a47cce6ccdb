import type { AnalysisResult } from '../analyze-file';
import type { Reason } from '../../core/reason';
import type { FileEditor } from '../../documents/edits/file-editor';
import type { TerraformAnalysis } from '../terraform-root';
import type { Template } from '../../documents/template/template';

/** Files as they are edited: their texts, and who writes each language. */
export interface EditedFiles {
  /** Undefined where the file may not be written, such as one that was only read for a module. */
  textOf(file: string): string | undefined;
  editorOf(file: string): FileEditor | undefined;
  templateOf(file: string): Template | undefined;
  /** What is known of files of Terraform; null of templates. */
  readonly terraform: TerraformAnalysis | null;
  /** Terraform: new rules and routes aren't written into what a loop goes through, because that changes others. */
  readonly besideLoops?: true;
  /** A sentence for a rule's description. */
  readonly describe: (why: Reason) => string;
}

/** True of a file that may be edited: no module that a program downloaded, and no plan of Terraform. */
export function isEditable(
  { check, terraform }: Pick<AnalysisResult, 'check' | 'terraform'>,
  file: string,
): boolean {
  if (terraform !== null) return /\.(?:tf|tfvars)$/i.test(file) && !isDownloaded(file);
  return !check.borrowed.has(file);
}

/** True of a file in the folder into which `terraform init` downloads modules. */
export function isDownloaded(file: string): boolean {
  return /(?:^|\/)\.terraform\//.test(file);
}
