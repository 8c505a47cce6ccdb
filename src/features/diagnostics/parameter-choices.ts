import * as vscode from 'vscode';
import { usualParameters } from '../../file-checks/parameter-files';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import type { FoundCandidates, ParameterCandidates } from './parameter-candidates';

/** With which parameter values a template is checked. */
export interface ParameterChoice {
  /** Null for default values alone. */
  readonly file: vscode.Uri | null;
  readonly candidates: FoundCandidates;
  /** False where it is what is usual. */
  readonly isChosen: boolean;
}

/** What was chosen for templates, kept with the workspace. */
export interface ParameterChoices {
  of(template: vscode.Uri): Promise<ParameterChoice>;
  /** `null` for default values alone. */
  keep(template: vscode.Uri, file: vscode.Uri | null): Promise<void>;
}

const key = 'amlSecureCompute.files.parameters';
const defaultsAlone = 'none';

export function createParameterChoices(
  memento: vscode.Memento,
  candidates: ParameterCandidates,
): ParameterChoices {
  const kept = (): Readonly<Record<string, string>> => memento.get(key, {});

  return {
    async of(template) {
      const found = await candidates.of(template);
      const chosen = kept()[template.toString()];
      if (chosen === defaultsAlone) return { file: null, candidates: found, isChosen: true };
      const file = chosen === undefined ? undefined : vscode.Uri.parse(chosen);
      if (file && (await isThere(file, template))) return { file, candidates: found, isChosen: true };
      return { file: usualOf(template, found), candidates: found, isChosen: false };
    },
    async keep(template, file) {
      await memento.update(key, { ...kept(), [template.toString()]: file?.toString() ?? defaultsAlone });
    },
  };
}

function usualOf(template: vscode.Uri, { files, isWhole }: FoundCandidates): vscode.Uri | null {
  const paths = files.map(({ path }) => path);
  const usual = usualParameters(template.path, { files: paths, isWhole });
  return files.find(({ path }) => path === usual) ?? null;
}

/** A file that was chosen and is gone since, or out of the workspace, counts as not chosen. */
async function isThere(file: vscode.Uri, template: vscode.Uri): Promise<boolean> {
  const names = await fileNamesIn(vscode.Uri.joinPath(file, '../'), foldersFor(template));
  return names?.includes(file.path.slice(file.path.lastIndexOf('/') + 1)) === true;
}
