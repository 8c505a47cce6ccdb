import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

/** Checks, by name, whether a path is a folder or below it. */
export function isInFolder(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way);
}

/** Checks whether a path is in one of the folders, both by name and after resolving its links. */
export function isInside(file: string, folders: readonly string[]): boolean {
  // Check the name first, so that paths on other machines aren't accessed.
  return folders.some((folder) => isInFolder(resolve(folder), resolve(file))) && leadsInto(file, folders);
}

/** Checks whether a path leads into one of the folders once its links are resolved, wherever the path itself is. */
export function leadsInto(file: string, folders: readonly string[]): boolean {
  const real = realPathOf(file);
  return folders.some((folder) => isInFolder(realPathOf(folder), real));
}

/** Maximum number of links to follow in a chain, as on Linux. */
const mostLinks = 40;

/** Returns a path with its links resolved. For a path that doesn't exist, returns where it would be created. */
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

/** Resolves a link's target as the system does: `..` goes up from the link's target, not from the link. */
function follow(folder: string, target: string, links: number): string {
  const { root } = parse(target);
  const parts = target.slice(root.length).split(sep === '/' ? '/' : /[\\/]/);
  return parts.reduce(
    (at, part) => (part === '..' ? dirname(at) : realPathOf(join(at, part), links)),
    root === '' ? folder : resolve(folder, root),
  );
}

/** Returns the target of a link. For a broken link, writing to it would create the target. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
