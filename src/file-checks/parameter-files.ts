import { readBicepParameters } from '../documents/bicep/read-bicep';
import { resolvePath } from '../documents/source/resolve-path';

/** The template that a `.bicepparam` file's text gives values to; null where it names no file of the folder. */
export function templateOfParameters(file: string, text: string): string | null {
  const { using } = readBicepParameters(text, file);
  return using === null || /^(?:br|ts)[:/]/.test(using) ? null : resolvePath(using, file);
}

/** The template that a `.bicepparam` file is for which can't be read: the one of its own name beside it. */
export function templateBeside(file: string): string {
  return file.replace(/\.bicepparam$/i, '.bicep');
}

/** A `.bicepparam` file, and the template that it gives values to. */
export interface ReadParameterFile {
  readonly file: string;
  readonly template: string | null;
}

/** Where parameter files of a template may be. */
interface ParameterFilesAround {
  /** `.bicepparam` files of the project. */
  readonly bicepparams: readonly ReadParameterFile[];
  /** Files in the template's own folder. */
  readonly beside: readonly string[];
}

/**
 * The parameter files of a template, in the order of their names: each `.bicepparam` file that names it with `using`, and
 * each JSON parameters file beside it that has its name.
 */
export function parameterCandidates(
  template: string,
  { bicepparams, beside }: ParameterFilesAround,
): readonly string[] {
  const naming = bicepparams.flatMap((one) => (one.template === template ? [one.file] : []));
  const json = beside.filter((file) => isJsonParametersOf(template, file));
  return [...new Set([...naming, ...json])].sort();
}

/** Folders without files that anybody deploys. */
export const foldersPassedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.terraform']);

/** `.bicepparam` files of one project that are looked at, at most. */
export const mostParameterFiles = 2000;

/** Files of a project that were looked for. */
export interface FilesFound {
  readonly files: readonly string[];
  /** False where there may be others, since the project is too large. */
  readonly isWhole: boolean;
}

/** True for the name of a JSON parameters file of a template beside it: `main.parameters.json`, `main.dev.params.json`. */
export function isJsonParametersOf(template: string, file: string): boolean {
  if (folderOf(template) !== folderOf(file)) return false;
  const start = `${baseOf(template)}.`.toLowerCase();
  const name = nameOf(file).toLowerCase();
  return name.startsWith(start) && namesParameters(name.slice(start.length)) && name.endsWith('json');
}

/** True for a file that may hold parameter values, by its name. */
export function mayHoldParameters(file: string): boolean {
  const name = nameOf(file).toLowerCase();
  if (name.endsWith('.bicepparam')) return true;
  return /\.jsonc?$/.test(name) && namesParameters(name.slice(name.indexOf('.') + 1));
}

/** True where a part of the name before its ending is `parameters`, or is written shorter. */
function namesParameters(name: string): boolean {
  return name
    .split('.')
    .slice(0, -1)
    .some((part) => /^param(?:eter)?s?$/.test(part));
}

/**
 * The file that a template is checked with where nobody chose one: the one of its own name, `.bicepparam` before JSON, as
 * the Azure Developer CLI takes it; else the only one. Null where there is none, or several and nothing tells which: there
 * may be several where not every file of the project was looked at.
 */
export function usualParameters(template: string, { files: candidates, isWhole }: FilesFound): string | null {
  const base = `${folderOf(template)}${baseOf(template)}`;
  const named = [`${base}.bicepparam`, `${base}.parameters.json`].find((one) => candidates.includes(one));
  return named ?? (isWhole && candidates.length === 1 ? (candidates[0] ?? null) : null);
}

/** With its `/`. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The name without its ending. */
function baseOf(file: string): string {
  return nameOf(file).replace(/\.[^.]*$/, '');
}
