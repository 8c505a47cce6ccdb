/** Resolves `path` relative to the folder of `from`, both with `/`. `..` above the root stays there. */
export function resolvePath(path: string, from: string): string {
  const start = path.startsWith('/') ? [''] : from.split('/').slice(0, -1);
  const parts = [...start];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Returns the path of a file relative to the folder of `from`. It's the inverse of `resolvePath`. */
export function relativePath(file: string, from: string): string {
  const to = file.split('/');
  const start = from.split('/').slice(0, -1);
  let shared = 0;
  while (shared < start.length && shared < to.length - 1 && start[shared] === to[shared]) shared += 1;
  return [...start.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
