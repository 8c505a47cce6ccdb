import { reason } from '../core/reason';
import { readBicepParameters } from '../documents/bicep/read-bicep';
import { resolvePath } from '../documents/source/resolve-path';
import { isDeployable } from '../file-checks/analyze-file';
import type { CheckOptions } from './options';
import { selectParameterFile, type ParameterSource, type ParameterDisk } from './parameter-choice';
import { withSlashes, type Disk } from './read-sources';
import { UnreadableFile, type TextFile } from './resources/read-resources';

/** A template as the command line names it, and what is to be asked of it. */
export interface NamedTemplate<T> {
  readonly root: TextFile;
  readonly options: T;
  /** With which values; null of a file that is no template. */
  readonly parameters: ParameterSource | null;
}

/** Where templates and what belongs to them are read from. */
export type NamedDisk = ParameterDisk & Pick<Disk, 'leadsOut'>;

type NamedOptions = Pick<CheckOptions, 'params' | 'noParams' | 'root'> & Partial<Pick<CheckOptions, 'team'>>;

/** True of a file that names the template which its values are for. */
export function namesTemplate(file: string): boolean {
  return /\.bicepparam$/i.test(file);
}

/**
 * The file itself, with the values that belong to it; of a `.bicepparam` the template that it is for, with its values.
 * Throws `UnreadableFile`.
 */
export async function namedTemplate<T extends NamedOptions>(
  disk: NamedDisk,
  name: string,
  options: T,
): Promise<NamedTemplate<T>> {
  const file = await disk.readFile(name);
  const root = namesTemplate(name) ? await templateOf(disk, file, options) : file;
  if (!isDeployable(root.name, root.text)) return { root, options, parameters: null };
  const given = namesTemplate(name) ? { ...options, params: name, noParams: false } : options;
  const parameters = await selectParameterFile(disk, root, given);
  return { root, options: { ...given, params: parameters.used ?? undefined }, parameters };
}

async function templateOf(
  { readFile, leadsOut }: Pick<Disk, 'readFile' | 'leadsOut'>,
  { name, text }: TextFile,
  { root }: Pick<CheckOptions, 'root'>,
): Promise<TextFile> {
  const { using } = readBicepParameters(text, name);
  if (using === null) throw new UnreadableFile(reason('terminal.noUsing', { file: name }));
  const template = resolvePath(using, withSlashes(name));
  const way = leadsOut(template, root);
  if (way) throw new UnreadableFile(reason('terminal.linkOut.read', { ...way }));
  return readFile(template);
}
