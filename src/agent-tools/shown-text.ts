import { displayText } from '../core/text/display-text';

/** Maximum length of a text in a result. Longer texts are cut and end with an ellipsis. */
const mostLetters = 400;

/**
 * Quotes a text from a file or from Azure for a result: on one line, with invisible characters shown, and cut to a
 * maximum length.
 */
export function quotedText(text: string, most = mostLetters): string {
  // Cut before escaping, because escapes make the text longer.
  const shown = displayText(text.slice(0, most + 1));
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}

/** Applies `quotedText` to every text in a value. */
export function quotedValue<T>(value: T): T {
  return mapTexts(value, (text) => quotedText(text)) as T;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}

const mostNotes = 20;

/** Returns the notes of a run, limited for an agent: a single broken file can have thousands of errors. */
export function quotedNotes(notes: readonly string[]): string[] {
  const { shown, omitted } = cutList(notes, mostNotes);
  return [...shown.map((one) => quotedText(one)), ...(omitted > 0 ? [`${omitted} more notes.`] : [])];
}

/** Returns the first items of a list, and how many are omitted. */
export function cutList<T>(
  list: readonly T[],
  most: number,
): { readonly shown: T[]; readonly omitted: number } {
  return { shown: list.slice(0, most), omitted: Math.max(0, list.length - most) };
}

/** Maximum length of a result, so that it doesn't fill an agent's context. */
const mostOfResult = 40_000;

/** Halves the longest list of a result repeatedly until the result is short enough. */
export function withinSize<T extends object>(result: T, lists: Readonly<Record<string, string>>): T {
  let short = result as T & Record<string, unknown>;
  while (JSON.stringify(short).length > mostOfResult) {
    const lengths = Object.keys(lists).map((key) => [key, JSON.stringify(short[key]).length] as const);
    const [key = '', length = 0] = lengths.sort((a, b) => b[1] - a[1])[0] ?? [];
    const list = short[key];
    if (!Array.isArray(list) || list.length === 0 || length < 3) return short;
    const kept = list.slice(0, Math.floor(list.length / 2));
    const counter = lists[key] ?? '';
    short = { ...short, [key]: kept, [counter]: Number(short[counter]) + list.length - kept.length };
  }
  return short;
}
