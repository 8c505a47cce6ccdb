/** Maximum length of a pattern. Paths aren't longer. */
const longestPattern = 1024;

/**
 * True for a path below the settings file's folder that matches a pattern: `*` and `?` within a name, `**` for any
 * folders. A pattern without wildcards also matches everything below the folder that it names.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  if (pattern.length > longestPattern) return false;
  const parts = namesOf(pattern);
  const names = namesOf(path);
  return matchesParts(names, parts) || (!/[*?]/.test(pattern) && matchesParts(names, [...parts, '**']));
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((one) => one !== '' && one !== '.');
}

/** Compares each name with each part once, so that the time is bounded by the product of both lengths. */
function matchesParts(names: readonly string[], parts: readonly string[]): boolean {
  let open = new Set([0]);
  const step = (from: ReadonlySet<number>, name: string): Set<number> => {
    const next = new Set<number>();
    for (const at of from) {
      const part = parts[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && matchesName(name, part)) next.add(at + 1);
    }
    return withoutFolders(next, parts);
  };
  open = withoutFolders(open, parts);
  for (const name of names) open = step(open, name);
  return open.has(parts.length);
}

/** `**` also matches no folder at all. */
function withoutFolders(open: Set<number>, parts: readonly string[]): Set<number> {
  for (const at of open) if (parts[at] === '**') open.add(at + 1);
  return open;
}

function matchesName(name: string, part: string): boolean {
  let open = new Set([0]);
  const close = (): void => {
    for (const at of open) if (part[at] === '*') open.add(at + 1);
  };
  close();
  for (const letter of name) {
    const next = new Set<number>();
    for (const at of open) {
      const expected = part[at];
      if (expected === '*') next.add(at);
      else if (expected === '?' || expected === letter) next.add(at + 1);
    }
    open = next;
    close();
  }
  return open.has(part.length);
}

/**
 * True for a path or pattern that stays below its folder: relative, with `/`, and without `..` segments that lead out.
 */
export function staysInside(path: string): boolean {
  if (path === '' || path.startsWith('/') || /[\\:\0]/.test(path)) return false;
  let depth = 0;
  for (const name of path.split('/')) {
    if (name === '..') depth -= 1;
    else if (name !== '.' && name !== '') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}

/** Normalizes a path for patterns: `infra/main.bicep` for `./infra/../infra/main.bicep`. */
export function plainPath(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
