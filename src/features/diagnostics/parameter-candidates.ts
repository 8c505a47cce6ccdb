import * as vscode from 'vscode';
import {
  isJsonParametersOf,
  mayHoldParameters,
  templateOfParameters,
} from '../../file-checks/parameter-files';
import { fileNamesIn, findFiles, foldersFor, isInFolders } from '../../platform/workspace-files';
import { currentText, mostBytes } from './file-texts';
import { passedOver } from './judged-documents';

/** Which parameter files there are for a template: what names it, and what lies beside it under its name. */
export interface ParameterCandidates {
  of(template: vscode.Uri): Promise<readonly vscode.Uri[]>;
  /** The template that a `.bicepparam` file gives values to. */
  templateOf(parameters: vscode.Uri): Promise<vscode.Uri | null>;
  /** A file changed, came or went: says of which templates, by their paths, it may have changed the values. */
  changed(uri: vscode.Uri): Promise<(template: string) => boolean>;
}

const mostFiles = 2000;

export function createParameterCandidates(): ParameterCandidates {
  let listed: Promise<readonly vscode.Uri[]> | undefined;
  const templates = new Map<string, Promise<vscode.Uri | null>>();

  const list = (): Promise<readonly vscode.Uri[]> =>
    (listed ??= findFiles({ extensions: ['bicepparam'], passedOver, most: mostFiles }));

  function templateOf(parameters: vscode.Uri): Promise<vscode.Uri | null> {
    const key = parameters.toString();
    const before = templates.get(key);
    if (before) return before;
    const made = readTemplateOf(parameters);
    templates.set(key, made);
    return made;
  }

  async function naming(template: vscode.Uri): Promise<readonly vscode.Uri[]> {
    const wanted = template.toString();
    const files = await list();
    const named = await Promise.all(files.map(templateOf));
    return files.filter((_, index) => named[index]?.toString() === wanted);
  }

  return {
    templateOf,
    async of(template) {
      const [named, beside] = await Promise.all([naming(template), filesBeside(template)]);
      const known = new Set(named.map(String));
      const all = [...named, ...beside.filter((one) => !known.has(one.toString()))];
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async changed(uri) {
      if (!mayHoldParameters(uri.path)) return () => false;
      if (!uri.path.endsWith('.bicepparam')) return (template) => isJsonParametersOf(template, uri.path);
      const before = await templates.get(uri.toString());
      listed = undefined;
      templates.delete(uri.toString());
      const after = await templateOf(uri);
      return (template) => template === before?.path || template === after?.path;
    },
  };
}

/** Null where the template lies outside of the workspace, such as by a link: a parameters file that is open shows nothing else. */
async function readTemplateOf(parameters: vscode.Uri): Promise<vscode.Uri | null> {
  const within = foldersFor(parameters);
  const text = await currentText(parameters, { most: mostBytes, within });
  const path = text === undefined ? null : templateOfParameters(parameters.path, text);
  const template = path === null ? null : parameters.with({ path });
  return template && isInFolders(template, within) ? template : null;
}

/** JSON files under the template's name. */
async function filesBeside(template: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const names = await fileNamesIn(vscode.Uri.joinPath(template, '../'), foldersFor(template));
  return (names ?? [])
    .map((name) => vscode.Uri.joinPath(template, '..', name))
    .filter(({ path }) => isJsonParametersOf(template.path, path));
}
