import { reason } from '../core/reason';
import { readBicepParameters } from '../documents/bicep/read-bicep';
import { resolvePath } from '../documents/source/resolve-path';
import type { CheckOptions } from './options';
import { withSlashes, type Disk } from './read-sources';
import { UnreadableFile, type TextFile } from './resources/read-resources';

/** A template as the command line names it, and what is to be asked of it. */
export interface NamedTemplate<T> {
  readonly root: TextFile;
  readonly options: T;
}

/** True of a file that names the template which its values are for. */
export function namesTemplate(file: string): boolean {
  return /\.bicepparam$/i.test(file);
}

/** The file itself; of a `.bicepparam` the template that it is for, with its values. Throws `UnreadableFile`. */
export async function namedTemplate<T extends Pick<CheckOptions, 'params' | 'root'>>(
  { readFile, leadsOut }: Pick<Disk, 'readFile' | 'leadsOut'>,
  name: string,
  options: T,
): Promise<NamedTemplate<T>> {
  const file = await readFile(name);
  if (!namesTemplate(name)) return { root: file, options };
  const { using } = readBicepParameters(file.text, name);
  if (using === null) throw new UnreadableFile(reason('terminal.noUsing', { file: name }));
  const template = resolvePath(using, withSlashes(name));
  const way = leadsOut(template, options.root);
  if (way) throw new UnreadableFile(reason('terminal.linkOut.read', { ...way }));
  return {
    root: await readFile(template),
    options: { ...options, params: name },
  };
}
