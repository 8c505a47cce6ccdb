import * as vscode from 'vscode';
import { usualParameters } from '../../file-checks/parameter-files';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import type { FoundCandidates, ParameterCandidates } from './parameter-candidates';

/** The parameter values that a template is checked with. */
export interface ParameterChoice {
  /** null for default values only. */
  readonly file: vscode.Uri | null;
  readonly candidates: FoundCandidates;
  /** False for the default choice. */
  readonly isChosen: boolean;
}

/** The user's choices for templates, stored with the workspace. */
export interface ParameterChoices {
  of(template: vscode.Uri): Promise<ParameterChoice>;
  /** Stores a choice; `null` for default values only. */
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

/** Checks whether a chosen file still exists in the workspace. Otherwise, the choice is ignored. */
async function isThere(file: vscode.Uri, template: vscode.Uri): Promise<boolean> {
  const names = await fileNamesIn(vscode.Uri.joinPath(file, '../'), foldersFor(template));
  return names?.includes(file.path.slice(file.path.lastIndexOf('/') + 1)) === true;
}
