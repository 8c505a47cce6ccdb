import { reason } from '../core/reason';
import { readBicepParameters } from '../documents/bicep/read-bicep';
import { resolvePath } from '../documents/source/resolve-path';
import { isDeployable } from '../file-checks/analyze-file';
import type { CheckOptions } from './options';
import { selectParameterFile, type ParameterSource, type ParameterDisk } from './parameter-choice';
import { withSlashes, type Disk } from './read-sources';
import { UnreadableFile, type TextFile } from './resources/read-resources';

/** A template as named on the command line, and the options for it. */
export interface NamedTemplate<T> {
  readonly root: TextFile;
  readonly options: T;
  /** The source of parameter values, or null for a file that isn't a template. */
  readonly parameters: ParameterSource | null;
}

/** The source of templates and the files that belong to them. */
export type NamedDisk = ParameterDisk & Pick<Disk, 'leadsOut'>;

type NamedOptions = Pick<CheckOptions, 'params' | 'noParams' | 'root'> & Partial<Pick<CheckOptions, 'team'>>;

/** True for a file that refers to the template its values are for. */
export function namesTemplate(file: string): boolean {
  return /\.bicepparam$/i.test(file);
}

/**
 * Returns the file itself with its parameter values, or for a `.bicepparam` file, the template that it is for, with its
 * values.
 * @throws `UnreadableFile`
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
