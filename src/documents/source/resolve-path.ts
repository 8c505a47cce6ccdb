/** The file that `path` names, seen from the folder of `from`; both with `/`. `..` above the root stays there. */
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
