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

/** Where files are read from. */
export interface Disk {
  /** The text of a file, which must lie in one of `within`, its links resolved, where that is given. */
  readFile(name: string, within?: readonly string[]): Promise<TextFile>;
  /** The folder whose files a template may name. */
  projectOf(file: string): string;
  isInside(name: string, folder: string): boolean;
  /** The same for every name of a file, whether by another path or by a link. */
  realPathOf(name: string): string;
  /** `.bicepparam` files of a template's project, or below `root`; named as the template is. */
  parameterFilesFor(template: string, root: string | undefined): Promise<FilesFound>;
  /** Where a link of a file, or of a folder on its path, leads out of `root`, or of the file's project; else undefined. */
  leadsOut(name: string, root: string | undefined): Way | undefined;
  /** Where the compiler's cache of modules begins; `said` by the configuration, or null. Undefined where there is none. */
  moduleCache(said: string | null): string | undefined;
  /** The names of the files right in a folder; undefined where there is none. */
  namesIn(folder: string): Promise<readonly string[] | undefined>;
  /** The nearest settings file of the team, from the folder of a file or from a folder up to its repository. */
  settingsFileFor(name: string): Promise<FoundSettingsFile | undefined>;
  /** True of a file that the .gitignore files of its repository name. */
  isGitIgnored(file: string): boolean;
  /** Bicep and JSON files below a folder, or that a pattern matches; undefined of what is neither. */
  list(name: string): Promise<readonly string[] | undefined>;
}

/** A settings file, and where names of files begin. */
export interface FoundSettingsFile extends Pick<TeamFile, 'folder' | 'base'> {
  readonly file: TextFile;
}

/** A link that leads out of a folder. */
interface Way {
  readonly file: string;
  readonly target: string;
  readonly folder: string;
}

/** The resources that were printed into files, as one source; undefined where there are none. */
export function printedSource(
  { cloud, team }: Pick<CheckOptions, 'cloud' | 'team'>,
  printed: readonly PrintedResource[],
): CheckSource | undefined {
  const [first] = printed;
  if (!first) return undefined;
  const inputs = toInputs(cloud, printed);
  return {
    inputs,
    places: printedPlaces(printed),
    isTemplate: false,
    firstFile: withSlashes(first.file.name),
    directed: namedSubnets(inputs, team?.settings.subnets),
  };
}

/**
 * What a template may read: itself, the parameters that were named with it, and what lies in its project or in the folder
 * that was said. Throws `UnreadableFile` where the parameters, or what they extend, cannot be read.
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
    cached(path, said) {
      const cache = moduleCache(said);
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

/** What parameters extend must be there, like themselves. What goes round in a circle ends where it began. */
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

/** A file or folder that has several names once, by the first of them. */
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

/** With its mark, which is a part of what `loadFileAsBase64` loads; Bicep has none. */
function asLoaded({ name, text, hasMark }: TextFile): string {
  return hasMark === true && !/\.bicep(?:param)?$/i.test(name) ? `\uFEFF${text}` : text;
}
