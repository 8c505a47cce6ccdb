import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

/** True of what lies in a folder or below it, by its name. */
export function isInFolder(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way);
}

/** True of what lies in one of the folders by its name, and whose links don't lead out of all of them. */
export function isInside(file: string, folders: readonly string[]): boolean {
  // By its name first: a name that is another machine's isn't looked at.
  return folders.some((folder) => isInFolder(resolve(folder), resolve(file))) && leadsInto(file, folders);
}

/** True of a name, wherever it is, whose links lead into one of the folders. */
export function leadsInto(file: string, folders: readonly string[]): boolean {
  const real = realPathOf(file);
  return folders.some((folder) => isInFolder(realPathOf(folder), real));
}

/** Links that are followed one after the other, as Linux does. */
const mostLinks = 40;

/** Where a path leads, with its links resolved; of what isn't there, where it would be created. */
export function realPathOf(name: string, links = mostLinks): string {
  const path = resolve(name);
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    if (folder === path) return path;
    const place = join(realPathOf(folder, links), basename(path));
    const target = links > 0 ? targetOf(place) : undefined;
    return target === undefined ? place : follow(dirname(place), target, links - 1);
  }
}

/** As the system goes: by `..` up from where a link leads to, and not from the link. */
function follow(folder: string, target: string, links: number): string {
  const { root } = parse(target);
  const parts = target.slice(root.length).split(sep === '/' ? '/' : /[\\/]/);
  return parts.reduce(
    (at, part) => (part === '..' ? dirname(at) : realPathOf(join(at, part), links)),
    root === '' ? folder : resolve(folder, root),
  );
}

/** Of a link whose target isn't there: to write it would create the target. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
