import { displayText } from '../core/text/display-text';

/** Letters of a text in a result: longer ones are cut, and end with an ellipsis. */
const mostLetters = 400;

/** A text from a file or from Azure in a result: in one line, with every letter visible, and not longer than needed. */
export function quotedText(text: string, most = mostLetters): string {
  // What is cut is cut before it grows by escapes.
  const shown = displayText(text.slice(0, most + 1));
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}

/** Every text in a value, as `quotedText` shows it. */
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

/** What a run reported, as far as an agent needs it: a broken file alone can have thousands of faults. */
export function quotedNotes(notes: readonly string[]): string[] {
  const { shown, omitted } = cutList(notes, mostNotes);
  return [...shown.map((one) => quotedText(one)), ...(omitted > 0 ? [`${omitted} more notes.`] : [])];
}

/** The first of a list, and how many are left out. */
export function cutList<T>(
  list: readonly T[],
  most: number,
): { readonly shown: T[]; readonly omitted: number } {
  return { shown: list.slice(0, most), omitted: Math.max(0, list.length - most) };
}

/** Letters of a whole result, so that it doesn't fill what an agent can read. */
const mostOfResult = 40_000;

/** The same result with half of its longest list, again and again, until it's short enough. */
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
