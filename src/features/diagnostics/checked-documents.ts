import type * as vscode from 'vscode';

/** Languages of files that declare resources. */
export const checkedLanguages = ['bicep', 'json', 'jsonc', 'arm-template'] as const;

/** Files in which problems are reported, whatever their language is called: HashiCorp's extension names that of Terraform. */
export const checkedPattern = '**/*.{tf,tfvars}';

/** Documents that a person edits; diff sides, previews and other copies have schemes of their own. */
export const checkedSchemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'] as const;

/** True of a document that a person edits, and of no copy of it. */
export function isCheckedDocument(uri: vscode.Uri): boolean {
  return checkedSchemes.some((scheme) => scheme === uri.scheme);
}

/** True for a document that a person edits and that gives values to a template's parameters. */
export function givesValues({ uri, languageId }: Omit<Opened, 'getText'>): boolean {
  return languageId === 'bicep-params' && isCheckedDocument(uri);
}

/** True for a file of a Terraform folder: of its configuration, or with values of its variables. They're checked together. */
export function isOfTerraformFolder({ scheme, path }: Pick<vscode.Uri, 'scheme' | 'path'>): boolean {
  const isChecked = checkedSchemes.some((one) => one === scheme && one !== 'untitled');
  return isChecked && /\.(?:tf|tfvars)(?:\.json)?$/.test(path);
}

/** True for a document that may declare resources: cheap, since it is asked of every file that is opened. */
export function mayDeclare({ uri, languageId, getText }: Opened): boolean {
  if (!isCheckedDocument(uri)) return false;
  if (languageId === 'bicep') return true;
  return checkedLanguages.some((one) => one === languageId) && isTemplate(getText());
}

type Opened = Pick<vscode.TextDocument, 'uri' | 'languageId' | 'getText'>;

/** An ARM template says so with its schema. */
function isTemplate(text: string): boolean {
  return /"\$schema"\s*:\s*"[^"]*deploymentTemplate\.json/i.test(text);
}
