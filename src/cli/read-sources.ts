import type { JudgeFacts } from '../checks/judge';
import { isDeployable } from '../file-checks/examine';
import type { FileWorld } from '../file-checks/known-files';
import type { CheckOptions } from './options';
import { printedPlaces } from './resources/place-of';
import { readResources, type TextFile } from './resources/read-resources';
import { toInputs } from './resources/to-inputs';
import type { Source } from './source';
import { readTemplate, type TemplateSource } from './templates';

/** Where files are read from. */
export interface Disk {
  readFile(name: string): Promise<TextFile>;
  /** True for a file that a template may name: nothing outside of where the program was started. */
  isInside(name: string): boolean;
  /** Bicep and JSON files below a folder; undefined of what is no folder. */
  list(name: string): Promise<readonly string[] | undefined>;
}

interface Reading {
  readonly options: CheckOptions;
  readonly facts: JudgeFacts;
}

/**
 * Everything that was named: each template by itself with its modules, all exports of resources together; of a folder
 * its templates that no other one takes as a module.
 */
export async function readSources(disk: Disk, reading: Reading): Promise<readonly Source[]> {
  const listed = await Promise.all(
    reading.options.files.map(async (name) => [name, await disk.list(name)] as const),
  );
  const single = listed.flatMap(([name, inside]) => (inside === undefined ? [name] : []));
  const folders: Source[] = [];
  for (const [, inside] of listed) if (inside) folders.push(...(await templatesBelow(disk, inside, reading)));
  return [...(await readNamed(disk, single, reading)), ...folders];
}

/** Templates of a folder, one after the other: a thousand at once would not fit. Files that are no text are none. */
async function templatesBelow(
  disk: Disk,
  names: readonly string[],
  { options, facts }: Reading,
): Promise<readonly Source[]> {
  const modules = new Set<string>();
  const kept: TemplateSource[] = [];
  for (const name of names) {
    const root = await disk.readFile(name).catch(() => undefined);
    if (!root || !isDeployable(name, root.text)) continue;
    const file = withSlashes(name);
    const source = await readTemplate(file, await worldOf(disk, root, options.params), { options, facts });
    if (!source) continue;
    for (const one of source.proof.examined.asked) if (one !== file) modules.add(one);
    if (source.proof.examined.check.subjects.length > 0) kept.push(source);
  }
  return kept.filter(({ file }) => !modules.has(file));
}

async function readNamed(
  disk: Disk,
  names: readonly string[],
  { options, facts }: Reading,
): Promise<readonly Source[]> {
  const files = await Promise.all(names.map((name) => disk.readFile(name)));
  const templates = files.filter(({ name, text }) => isDeployable(name, text));
  const printed = files.filter((one) => !templates.includes(one)).flatMap(readResources);
  const read = await Promise.all(
    templates.map(async (one) =>
      readTemplate(withSlashes(one.name), await worldOf(disk, one, options.params), { options, facts }),
    ),
  );
  return [
    ...read.flatMap((one) => one ?? []),
    ...(printed.length > 0
      ? [
          {
            inputs: toInputs(options.cloud, printed),
            places: printedPlaces(printed),
            isTemplate: false,
            directed: [],
          },
        ]
      : []),
  ];
}

/**
 * What a template may read: itself, the parameters that were named with it, and what lies inside. Throws
 * `UnreadableFile` where the parameters cannot be read.
 */
export async function worldOf(
  { readFile, isInside }: Disk,
  root: TextFile,
  parameters: string | undefined,
): Promise<FileWorld> {
  const named = [root, ...(parameters === undefined ? [] : [await readFile(parameters)])];
  const texts = new Map(named.map(({ name, text }) => [withSlashes(name), text]));
  return {
    isInside: (file) => texts.has(file) || isInside(file),
    async read(file) {
      const text = texts.get(file);
      if (text !== undefined) return text;
      return readFile(file).then(
        (one) => one.text,
        () => undefined,
      );
    },
  };
}

export function withSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}
