/** A line of a file, or of a notebook's cell. Both are counted from 1. */
export interface CodePlace {
  readonly line: number;
  /** Null if the file doesn't have cells. */
  readonly cell: number | null;
}

const defaultImage = /\bDEFAULT_[CG]PU_IMAGE\b/;
const ownDependencies = /\buser_managed_dependencies\b(?!\s*=\s*False\b)/;

/**
 * Matches imports, which don't use anything yet. The length in parentheses is bounded, so that an unclosed one is
 * cheap.
 */
const imports =
  /^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\([^)]{0,2000}\)|[^\r\n]*)|import[ \t][^\r\n]*)/gm;

/** Matches an estimator of SDK v1, which runs in a default image unless its call sets another one. */
const estimator = /\b(?:Estimator|PyTorch|TensorFlow|Chainer|SKLearn)[ \t]*\(/g;
const ownPython = /\buser_managed\s*=\s*True\b/;
const otherImage =
  /\b(?:custom_docker_(?:base_)?image|image_registry_details|environment_definition)\s*=(?!\s*None\b)/;
/** Maximum length of a call that is read, so that an unclosed one is cheap. */
const longestCall = 4000;

/**
 * Finds the first place where Python code uses one of Microsoft's default images, in a file (`.py` or `.ipynb`) that
 * manages its own dependencies. Null if it doesn't do both. It's an indication only, because the code isn't run. Both
 * forms are in the article (how-to-secure-training-vnet, 2020-12-10): a RunConfiguration names the image, and an
 * Estimator with `user_managed=True` uses it without naming it.
 */
export function findDefaultImage(name: string, text: string): CodePlace | null {
  // Most files contain neither, and aren't analyzed further.
  const mayConfigure = defaultImage.test(text) && ownDependencies.test(text);
  if (!mayConfigure && !ownPython.test(text)) return null;
  const cells = name.toLowerCase().endsWith('.ipynb') ? cellsOf(text) : [{ cell: null, code: text }];
  const lines = cells.map(linesOf);
  return inConfiguration(lines.flat()) ?? lines.map(inEstimator).find((place) => place !== null) ?? null;
}

function inConfiguration(lines: readonly CodeLine[]): CodePlace | null {
  if (!lines.some(({ code }) => ownDependencies.test(code))) return null;
  return placeOf(lines.find(({ code }) => defaultImage.test(code)));
}

/**
 * Finds the line of `user_managed=True` in an estimator call that doesn't set an image, so that Azure Machine Learning
 * chooses it.
 */
function inEstimator(lines: readonly CodeLine[]): CodePlace | null {
  const code = lines.map((one) => one.code).join('\n');
  for (const call of code.matchAll(estimator)) {
    const start = call.index + call[0].length;
    const inside = argumentsAt(code, start);
    const own = ownPython.exec(inside);
    if (!own || otherImage.test(inside)) continue;
    return placeOf(lines[code.slice(0, start + own.index).split('\n').length - 1]);
  }
  return null;
}

/** Returns the text between a call's parentheses. */
function argumentsAt(code: string, start: number): string {
  const rest = code.slice(start, start + longestCall);
  let depth = 1;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '(') depth++;
    else if (rest[at] === ')' && --depth === 0) return rest.slice(0, at);
  }
  return '';
}

function placeOf(found: CodeLine | undefined): CodePlace | null {
  return found ? { line: found.line, cell: found.cell } : null;
}

type CodeLine = Cell & CodePlace;

interface Cell {
  readonly cell: number | null;
  readonly code: string;
}

/** Returns the lines of a cell without imports and comments. */
function linesOf({ cell, code }: Cell): readonly CodeLine[] {
  return code
    .replace(imports, (all) => all.replace(/[^\r\n]/g, ' '))
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ cell, line: index + 1, code: line.replace(/#.*/, '') }));
}

/** Returns the code cells of a notebook with their numbers. Empty for invalid or incomplete notebooks. */
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
