/** Characters of a pattern; no path is longer. */
const longestPattern = 1024;

/**
 * True of a path below the folder of the settings file that a pattern matches: `*` and `?` within a name, `**` for any
 * folders. A pattern without wildcards also matches all that is below the folder which it names.
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

/** Each name against each part once, so that no pattern takes longer than both are long. */
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

/** `**` stands for no folder too. */
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
      const wanted = part[at];
      if (wanted === '*') next.add(at);
      else if (wanted === '?' || wanted === letter) next.add(at + 1);
    }
    open = next;
    close();
  }
  return open.has(part.length);
}

/** True of a path or pattern that stays below the folder that it is in: relative, with `/`, and without a way up and out. */
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

/** A path as patterns see it: `infra/main.bicep` for `./infra/../infra/main.bicep`. */
export function plainPath(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
