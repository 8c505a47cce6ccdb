import { readBicepParameters } from '../documents/bicep/read-bicep';
import { resolvePath } from '../documents/source/resolve-path';

/**
 * Returns the template to which a `.bicepparam` file passes values, or null if it doesn't refer to a file in the
 * folder.
 */
export function templateOfParameters(file: string, text: string): string | null {
  const { using } = readBicepParameters(text, file);
  return using === null || /^(?:br|ts)[:/]/.test(using) ? null : resolvePath(using, file);
}

/** Returns the template of a `.bicepparam` file that can't be read: the one with the same name next to it. */
export function templateNextTo(file: string): string {
  return file.replace(/\.bicepparam$/i, '.bicep');
}

/** A `.bicepparam` file, and the template to which it passes values. */
export interface ReadParameterFile {
  readonly file: string;
  readonly template: string | null;
}

/** The places to search for parameters files of a template. */
interface ParameterFilesAround {
  /** `.bicepparam` files of the project. */
  readonly bicepparams: readonly ReadParameterFile[];
  /** Files in the template's own folder. */
  readonly candidates: readonly string[];
}

/**
 * Returns the parameters files of a template, sorted by name. These are the `.bicepparam` files that refer to it with
 * `using`, and the JSON parameters files with its name in the same folder.
 */
export function parameterCandidates(
  template: string,
  { bicepparams, candidates: neighbors }: ParameterFilesAround,
): readonly string[] {
  const naming = bicepparams.flatMap((one) => (one.template === template ? [one.file] : []));
  const json = neighbors.filter((file) => isJsonParametersOf(template, file));
  return [...new Set([...naming, ...json])].sort();
}

/** Folders without files that are deployed. */
export const foldersPassedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.terraform']);

/** Maximum number of `.bicepparam` files of one project that are read. */
export const mostParameterFiles = 2000;

/** Files of a project that a search found. */
export interface FilesFound {
  readonly files: readonly string[];
  /** False if there may be others, because the project is too large. */
  readonly isWhole: boolean;
}

/**
 * True for the name of a JSON parameters file of a template in the same folder: `main.parameters.json`,
 * `main.dev.params.json`.
 */
export function isJsonParametersOf(template: string, file: string): boolean {
  if (folderOf(template) !== folderOf(file)) return false;
  const start = `${baseOf(template)}.`.toLowerCase();
  const name = nameOf(file).toLowerCase();
  return name.startsWith(start) && namesParameters(name.slice(start.length)) && name.endsWith('json');
}

/** True for a file that may contain parameter values, by its name. */
export function mayContainParameters(file: string): boolean {
  const name = nameOf(file).toLowerCase();
  if (name.endsWith('.bicepparam')) return true;
  return /\.jsonc?$/.test(name) && namesParameters(name.slice(name.indexOf('.') + 1));
}

/** True if a part of the name before its extension is `parameters`, or an abbreviation of it. */
function namesParameters(name: string): boolean {
  return name
    .split('.')
    .slice(0, -1)
    .some((part) => /^param(?:eter)?s?$/.test(part));
}

/**
 * Returns the parameters file of a template if the user didn't choose one. It's the one with the template's name,
 * `.bicepparam` before JSON, as in the Azure Developer CLI. Otherwise, it's the only one. Null if there is none, or if
 * it's ambiguous. It may be ambiguous if not every file of the project was searched.
 */
export function usualParameters(template: string, { files: candidates, isWhole }: FilesFound): string | null {
  const base = `${folderOf(template)}${baseOf(template)}`;
  const named = [`${base}.bicepparam`, `${base}.parameters.json`].find((one) => candidates.includes(one));
  return named ?? (isWhole && candidates.length === 1 ? (candidates[0] ?? null) : null);
}

/** Returns the folder with its `/`. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Returns the name without its extension. */
function baseOf(file: string): string {
  return nameOf(file).replace(/\.[^.]*$/, '');
}
