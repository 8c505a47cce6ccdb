import type { JudgeFacts } from '../checks/judge';
import { isDeployable } from '../file-checks/examine';
import type { FileWorld } from '../file-checks/known-files';
import type { CheckOptions } from './options';
import { printedPlaces } from './resources/place-of';
import { readResources, type TextFile } from './resources/read-resources';
import { toInputs } from './resources/to-inputs';
import type { Source } from './source';
import { readTemplate } from './templates';

/** Where files are read from. */
export interface Disk {
  readFile(name: string): Promise<TextFile>;
  /** True for a file that a template may name: nothing outside of where the program was started. */
  isInside(name: string): boolean;
}

interface Reading {
  readonly options: CheckOptions;
  readonly facts: JudgeFacts;
}

/** Everything that was named: each template by itself with its modules, all exports of resources together. */
export async function readSources(disk: Disk, { options, facts }: Reading): Promise<readonly Source[]> {
  const files = await Promise.all(options.files.map((name) => disk.readFile(name)));
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
