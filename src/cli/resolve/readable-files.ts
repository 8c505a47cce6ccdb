import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Disk } from '../read-sources';
import type { ResolveOptions } from './resolve-options';

/**
 * What a template may name: what lies where the program was started. A template that lies elsewhere was named on purpose,
 * so its modules are read wherever they are, as the compiler does; anything else only below its own folder.
 */
export function readableFrom(
  disk: Pick<Disk, 'isInside'>,
  { file, params }: Pick<ResolveOptions, 'file' | 'params'>,
): (name: string) => boolean {
  const named = new Set([file, params].flatMap((name) => (name === undefined ? [] : [resolve(name)])));
  const isElsewhere = !disk.isInside(file);
  return (name) =>
    named.has(resolve(name)) ||
    disk.isInside(name) ||
    (isElsewhere && (isTemplate(name) || isBelow(dirname(resolve(file)), resolve(name))));
}

function isTemplate(name: string): boolean {
  return /\.(?:bicep|json|jsonc)$/i.test(name);
}

function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !way.startsWith('..') && !isAbsolute(way);
}
