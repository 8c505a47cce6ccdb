/** Parts of a line that navigation needs. */
interface Line {
  readonly key: string;
  readonly parent: string | null;
  readonly level: number;
  readonly expanded: boolean | null;
  readonly text: string;
}

export type TreeMove = { readonly do: 'focus' | 'open' | 'close'; readonly key: string };

type Act = (lines: readonly Line[], index: number, line: Line) => TreeMove | null;

const toggle: Act = (_, __, line) =>
  line.expanded === null ? null : { do: line.expanded ? 'close' : 'open', key: line.key };

const acts: Readonly<Record<string, Act>> = {
  ArrowDown: (lines, index) => focus(lines[index + 1]),
  ArrowUp: (lines, index) => focus(lines[index - 1]),
  Home: (lines) => focus(lines[0]),
  End: (lines) => focus(lines.at(-1)),
  ArrowRight: goIn,
  ArrowLeft: (_, __, line) => {
    if (line.expanded) return { do: 'close', key: line.key };
    return line.parent === null ? null : { do: 'focus', key: line.parent };
  },
  Enter: toggle,
  ' ': toggle,
};

/** Returns the move for a key on the line `at`, as in a tree grid; null for other keys. */
export function treeMove(lines: readonly Line[], at: string, key: string): TreeMove | null {
  const index = lines.findIndex((line) => line.key === at);
  const line = lines[index];
  const act = Object.hasOwn(acts, key) ? acts[key] : undefined;
  return line && act ? act(lines, index, line) : null;
}

function focus(line: Line | undefined): TreeMove | null {
  return line ? { do: 'focus', key: line.key } : null;
}

function goIn(lines: readonly Line[], index: number, line: Line): TreeMove | null {
  if (line.expanded === null) return null;
  if (!line.expanded) return { do: 'open', key: line.key };
  const next = lines[index + 1];
  return next && next.level > line.level ? focus(next) : null;
}

/**
 * Returns the next line that starts with the typed letters. A single letter, or the same letter again, moves to the
 * next such line. A longer word can stay on the line.
 */
export function findByLetters(lines: readonly Line[], at: string, letters: string): string | null {
  const typed = letters.toLocaleLowerCase();
  const isOneLetter = [...typed].every((letter) => letter === typed[0]);
  const searchText = isOneLetter ? typed.slice(0, 1) : typed;
  const index = lines.findIndex((line) => line.key === at);
  const from = isOneLetter ? index + 1 : Math.max(0, index);
  const around = [...lines.slice(from), ...lines.slice(0, from)];
  return around.find((line) => line.text.toLocaleLowerCase().startsWith(searchText))?.key ?? null;
}

/**
 * Returns the line that receives the focus when the line `gone` is removed: the next remaining line, otherwise the
 * previous one.
 */
export function successor(
  before: readonly Pick<Line, 'key'>[],
  after: readonly Pick<Line, 'key'>[],
  removedKey: string,
): string | null {
  const left = new Set(after.map((line) => line.key));
  const index = before.findIndex((line) => line.key === removedKey);
  const following = index < 0 ? [] : before.slice(index + 1);
  const preceding = index < 0 ? [] : before.slice(0, index).reverse();
  return [...following, ...preceding, ...after].find((line) => left.has(line.key))?.key ?? null;
}
