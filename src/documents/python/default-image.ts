/** Where a reader finds it: a line of the file, or of a notebook's cell; both are counted from 1. */
export interface CodePlace {
  readonly line: number;
  /** Null where the file has no cells. */
  readonly cell: number | null;
}

const defaultImage = /\bDEFAULT_[CG]PU_IMAGE\b/;
const ownDependencies = /\buser_managed_dependencies\b(?!\s*=\s*False\b)/;

/** What is imported is not used yet. The length in parentheses is bounded: one that never closes costs little. */
const imports =
  /^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\([^)]{0,2000}\)|[^\r\n]*)|import[ \t][^\r\n]*)/gm;

/**
 * The first place where Python takes a default image of Microsoft, in a file (`.py` or `.ipynb`) that manages its
 * dependencies itself; null where it does not do both. It is a sign and no proof: nothing of the code is run.
 */
export function findDefaultImage(name: string, text: string): CodePlace | null {
  // Most files name neither, and are not looked at more closely.
  if (!defaultImage.test(text) || !ownDependencies.test(text)) return null;
  const cells = name.toLowerCase().endsWith('.ipynb') ? cellsOf(text) : [{ cell: null, code: text }];
  const lines = cells.flatMap(linesOf);
  if (!lines.some(({ code }) => ownDependencies.test(code))) return null;
  const found = lines.find(({ code }) => defaultImage.test(code));
  return found ? { line: found.line, cell: found.cell } : null;
}

interface Cell {
  readonly cell: number | null;
  readonly code: string;
}

/** Lines of a cell without imports and comments. */
function linesOf({ cell, code }: Cell): readonly (Cell & CodePlace)[] {
  return code
    .replace(imports, (all) => all.replace(/[^\r\n]/g, ' '))
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ cell, line: index + 1, code: line.replace(/#.*/, '') }));
}

/** Code of a notebook, each cell with its number; nothing of what is no notebook, or half of one. */
function cellsOf(notebook: string): readonly Cell[] {
  const content = parsed(notebook);
  const cells = hasMember(content, 'cells') && Array.isArray(content.cells) ? content.cells : [];
  return cells.flatMap((one: unknown, index) => {
    if (!hasMember(one, 'cell_type') || one.cell_type !== 'code' || !hasMember(one, 'source')) return [];
    const lines: readonly unknown[] = Array.isArray(one.source) ? one.source : [one.source];
    const code = lines.filter((line) => typeof line === 'string').join('');
    return [{ cell: index + 1, code }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hasMember<K extends string>(value: unknown, name: K): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}
