import { resolvePath } from '../documents/source/resolve-path';
import { namedSubnets } from '../file-checks/analyze-file';
import type { FileWorld } from '../file-checks/known-files';
import type { FilesFound } from '../file-checks/parameter-files';
import { parameterFileOf } from '../file-checks/template-reader';
import type { CheckOptions } from './options';
import { printedPlaces } from './resources/resource-places';
import type { PrintedResource, TextFile } from './resources/read-resources';
import { toInputs } from './resources/to-inputs';
import type { CheckSource } from './source';
import type { TeamFile } from '../team-settings/team-file';

/** The source of files. */
export interface Disk {
  /** Reads the text of a file. If `within` is set, the file must be in one of these folders, with links resolved. */
  readFile(name: string, within?: readonly string[]): Promise<TextFile>;
  /** Returns the folder whose files a template can refer to. */
  projectOf(file: string): string;
  isInside(name: string, folder: string): boolean;
  /** Returns the same path for every name of a file, whether by another path or by a link. */
  realPathOf(name: string): string;
  /**
   * Returns `.bicepparam` files of a template's project, or below `root`. Their names have the same form as the
   * template's.
   */
  parameterFilesFor(template: string, root: string | undefined): Promise<FilesFound>;
  /**
   * Returns the link by which a file, or a folder on its path, leads out of `root` or of the file's project, or
   * undefined.
   */
  leadsOut(name: string, root: string | undefined): LinkOutside | undefined;
  /**
   * Returns the root of the compiler's module cache. `said` is the configured folder, or null. Undefined if there is
   * none.
   */
  moduleCache(configured: string | null): string | undefined;
  /** Returns the names of the files directly in a folder, or undefined if it doesn't exist. */
  namesIn(folder: string): Promise<readonly string[] | undefined>;
  /** Returns the team's nearest settings file, from a folder or the folder of a file up to its repository. */
  settingsFileFor(name: string): Promise<FoundSettingsFile | undefined>;
  /** True for a file that the .gitignore files of its repository ignore. */
  isGitIgnored(file: string): boolean;
  /** Lists Bicep and JSON files below a folder, or those that match a pattern. Undefined if the name is neither. */
  list(name: string): Promise<readonly string[] | undefined>;
}

/** A settings file, and the base folder of file names. */
export interface FoundSettingsFile extends Pick<TeamFile, 'folder' | 'base'> {
  readonly file: TextFile;
}

/** A link that leads out of a folder. */
interface LinkOutside {
  readonly file: string;
  readonly target: string;
  readonly folder: string;
}

/** Returns the resources in printed files as one source, or undefined if there are none. */
export function printedSource(
  { cloud, team }: Pick<CheckOptions, 'cloud' | 'team'>,
  printed: readonly PrintedResource[],
): CheckSource | undefined {
  const [first] = printed;
  if (!first) return undefined;
  const inputs = toInputs(cloud, printed);
  const texts = new Map(printed.map(({ file }) => [withSlashes(file.name), file.text]));
  return {
    inputs,
    places: printedPlaces(printed),
    isTemplate: false,
    firstFile: withSlashes(first.file.name),
    textOf: (file) => texts.get(file),
    directed: namedSubnets(inputs, team?.settings.subnets),
  };
}

/**
 * Returns the files that a template can access. These are the template, the parameters files that were named with it,
 * and the files in its project or in the specified folder.
 * @throws `UnreadableFile` if the parameters file, or one that it extends, can't be read
 */
export async function sourceFileSystem(
  { readFile, namesIn, isInside, projectOf, moduleCache }: Disk,
  template: TextFile,
  { params, root, terraform }: Pick<CheckOptions, 'params' | 'root' | 'terraform'>,
): Promise<FileWorld> {
  const folder = root ?? projectOf(template.name);
  const named = [template, ...(params === undefined ? [] : [await readFile(params)])];
  const variables = await Promise.all((terraform?.files ?? []).map((file) => readFile(file)));
  await requireExtended(named.slice(1), (file) =>
    isInside(file, folder) ? readFile(file, [folder]) : undefined,
  );
  const within = new Set([folder]);
  const texts = new Map([
    ...named.map(({ name, text }) => [withSlashes(name), text] as const),
    ...variables.map(({ name, text }) => [resolvePath(withSlashes(name), ''), text] as const),
  ]);
  return {
    isInside: (file) => texts.has(file) || isInside(file, folder),
    cached(path, configured) {
      const cache = moduleCache(configured);
      if (cache === undefined) return undefined;
      const file = `${cache}/${path}`;
      if (!isInside(file, cache)) return undefined;
      within.add(cache);
      return file;
    },
    async read(file) {
      if (file.endsWith('/')) return (await namesIn(file))?.join('\n');
      const text = texts.get(file);
      if (text !== undefined) return text;
      return readFile(file, [...within]).then(asLoaded, () => undefined);
    },
  };
}

/** Requires that extended parameters files exist too. A circular chain ends where it started. */
async function requireExtended(
  parameters: readonly TextFile[],
  read: (file: string) => Promise<TextFile> | undefined,
): Promise<void> {
  const known = new Set<string>();
  let [file] = parameters;
  while (file && !known.has(file.name)) {
    known.add(file.name);
    const { extends: base } = parameterFileOf(file.name, file.text);
    file = base === null ? undefined : await read(resolvePath(base, withSlashes(file.name)));
  }
}

/** Returns files or folders without duplicates, by their first name. */
export function eachOnce(
  { realPathOf }: Pick<Disk, 'realPathOf'>,
  names: readonly string[],
): readonly string[] {
  const byPath = new Map<string, string>();
  for (const name of names) {
    const path = realPathOf(name);
    if (!byPath.has(path)) byPath.set(path, name);
  }
  return [...byPath.values()];
}

export function withSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}

/** Returns the text with its byte order mark, because `loadFileAsBase64` loads it. Bicep files don't have one. */
function asLoaded({ name, text, hasMark }: TextFile): string {
  return hasMark === true && !/\.bicep(?:param)?$/i.test(name) ? `\uFEFF${text}` : text;
}
