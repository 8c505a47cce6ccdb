import { getOrCreate } from '../../core/get-or-create';
import * as vscode from 'vscode';
import {
  foldersPassedOver,
  isJsonParametersOf,
  mayContainParameters,
  mostParameterFiles,
  parameterCandidates,
  templateNextTo,
  templateOfParameters,
  type ReadParameterFile,
} from '../../file-checks/parameter-files';
import { fileNamesIn, findFiles, foldersFor, isInFolders } from '../../platform/workspace-files';
import { currentText, mostBytes } from './file-texts';

/** Finds the parameter files of a template: those that refer to it, and those next to it with its name. */
export interface ParameterCandidates {
  of(template: vscode.Uri): Promise<FoundCandidates>;
  /** Returns the template of a `.bicepparam` file. */
  templateOf(parameters: vscode.Uri): Promise<vscode.Uri | null>;
  /**
   * Handles that a file changed, was created, or was deleted. Returns a predicate for the paths of affected templates.
   */
  changed(uri: vscode.Uri): Promise<(template: string) => boolean>;
}

export interface FoundCandidates {
  readonly files: readonly vscode.Uri[];
  /** False if the workspace contains more `.bicepparam` files than are read. */
  readonly isWhole: boolean;
}

export function createParameterCandidates(): ParameterCandidates {
  let listed: Promise<readonly vscode.Uri[]> | undefined;
  const templates = new Map<string, Promise<vscode.Uri | null>>();

  const list = (): Promise<readonly vscode.Uri[]> =>
    (listed ??= findFiles({
      extensions: ['bicepparam'],
      passedOver: foldersPassedOver,
      most: mostParameterFiles + 1,
    }));

  function templateOf(parameters: vscode.Uri): Promise<vscode.Uri | null> {
    return getOrCreate(templates, parameters.toString(), () => readTemplateOf(parameters));
  }

  /** Finds the `.bicepparam` files of the template's file system by path, always including those in its folder. */
  async function bicepparamsFor(
    { scheme, authority }: vscode.Uri,
    near: readonly vscode.Uri[],
  ): Promise<{ readonly bicepparams: readonly ReadParameterFile[]; readonly isWhole: boolean }> {
    const all = await list();
    const found = all.filter((one) => one.scheme === scheme && one.authority === authority);
    const some = [...near, ...found.slice(0, mostParameterFiles)];
    const files = [...new Map(some.map((one) => [one.path, one])).values()];
    const named = await Promise.all(files.map(templateOf));
    return {
      bicepparams: files.map(({ path }, index) => ({ file: path, template: named[index]?.path ?? null })),
      isWhole: all.length <= mostParameterFiles,
    };
  }

  return {
    templateOf,
    async of(template) {
      const names = await fileNamesIn(vscode.Uri.joinPath(template, '../'), foldersFor(template));
      const candidates = (names ?? []).map((name) => vscode.Uri.joinPath(template, '..', name));
      const near = candidates.filter(({ path }) => path.endsWith('.bicepparam'));
      const { bicepparams, isWhole } = await bicepparamsFor(template, near);
      const found = parameterCandidates(template.path, {
        bicepparams,
        candidates: candidates.map(({ path }) => path),
      });
      return { files: found.map((path) => template.with({ path })), isWhole };
    },
    async changed(uri) {
      if (!mayContainParameters(uri.path)) return () => false;
      if (!uri.path.endsWith('.bicepparam')) return (template) => isJsonParametersOf(template, uri.path);
      const before = await templates.get(uri.toString());
      listed = undefined;
      templates.delete(uri.toString());
      const after = await templateOf(uri);
      return (template) => template === before?.path || template === after?.path;
    },
  };
}

/**
 * Returns the template of a parameters file; null if it's outside the workspace, such as by a link. An open parameters
 * file doesn't show other content.
 */
async function readTemplateOf(parameters: vscode.Uri): Promise<vscode.Uri | null> {
  const within = foldersFor(parameters);
  const text = await currentText(parameters, { most: mostBytes, within });
  const path =
    text === undefined ? templateNextTo(parameters.path) : templateOfParameters(parameters.path, text);
  const template = path === null ? null : parameters.with({ path });
  return template && isInFolders(template, within) ? template : null;
}
