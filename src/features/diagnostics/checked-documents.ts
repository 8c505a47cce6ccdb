import type * as vscode from 'vscode';

/** Language IDs of files that declare resources. */
export const checkedLanguages = ['bicep', 'json', 'jsonc', 'arm-template'] as const;

/**
 * Files in which problems are reported, whatever their language ID. The extensions for Bicep and Terraform define these
 * IDs. Without them, the files are plain text.
 */
export const checkedPattern = '**/*.{bicep,tf,tfvars}';

/** Schemes of documents that a user edits. Diff sides, previews, and other copies have other schemes. */
export const checkedSchemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'] as const;

/** Checks whether a document is one that a user edits, rather than a copy. */
export function isCheckedDocument(uri: vscode.Uri): boolean {
  return checkedSchemes.some((scheme) => scheme === uri.scheme);
}

/** Checks whether an editable document contains values for a template's parameters. */
export function isParameterDocument({ uri, languageId }: Omit<Opened, 'getText'>): boolean {
  return (languageId === 'bicep-params' || uri.path.endsWith('.bicepparam')) && isCheckedDocument(uri);
}

/** Checks whether a file belongs to a Terraform folder: configuration or variable values. They're checked together. */
export function isOfTerraformFolder({ scheme, path }: Pick<vscode.Uri, 'scheme' | 'path'>): boolean {
  const isChecked = checkedSchemes.some((one) => one === scheme && one !== 'untitled');
  return isChecked && /\.(?:tf|tfvars)(?:\.json)?$/.test(path);
}

/** Checks whether a document can declare resources. Must be fast, because it runs for every opened file. */
export function mayDeclare({ uri, languageId, getText }: Opened): boolean {
  if (!isCheckedDocument(uri)) return false;
  if (languageId === 'bicep' || uri.path.endsWith('.bicep')) return true;
  return checkedLanguages.some((one) => one === languageId) && isTemplate(getText());
}

type Opened = Pick<vscode.TextDocument, 'uri' | 'languageId' | 'getText'>;

/** Checks for the schema of an ARM template. */
function isTemplate(text: string): boolean {
  return /"\$schema"\s*:\s*"[^"]*deploymentTemplate\.json/i.test(text);
}
