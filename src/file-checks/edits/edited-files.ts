import type { AnalysisResult } from '../analyze-file';
import type { Reason } from '../../core/reason';
import type { FileEditor } from '../../documents/edits/file-editor';
import type { TerraformAnalysis } from '../terraform-root';
import type { Template } from '../../documents/template/template';

/** The files being edited: their texts, and an editor for each language. */
export interface EditedFiles {
  /** Undefined if the file can't be edited, such as a file that was only read for a module. */
  textOf(file: string): string | undefined;
  editorOf(file: string): FileEditor | undefined;
  templateOf(file: string): Template | undefined;
  /** Data about Terraform files, or null for templates. */
  readonly terraform: TerraformAnalysis | null;
  /**
   * Terraform: true to keep new rules and routes out of the data that a loop iterates over, because that changes other
   * resources.
   */
  readonly outsideLoops?: true;
  /** Creates a sentence for a rule's description. */
  readonly describe: (why: Reason) => string;
}

/** True for a file that can be edited: neither a downloaded module nor a Terraform plan. */
export function isEditable(
  { check, terraform }: Pick<AnalysisResult, 'check' | 'terraform'>,
  file: string,
): boolean {
  if (terraform !== null) return /\.(?:tf|tfvars)(?:\.json)?$/i.test(file) && !isDownloaded(file);
  return !check.borrowed.has(file);
}

/** True for a file in the folder to which `terraform init` downloads modules. */
export function isDownloaded(file: string): boolean {
  return /(?:^|\/)\.terraform\//.test(file);
}
