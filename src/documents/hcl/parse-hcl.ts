import { insideTemplate, readHclExpression } from './expression-parser';
import type { HclAttribute, HclBlock, HclBody, HclExpression, HclFile, HclLabel } from './hcl-syntax';
import {
  nestedRead,
  endOfLine,
  failAt,
  HclSyntaxError,
  newScanner,
  peekCharacter,
  placeFrom,
  requireMark,
  skipBlanks,
  skipLines,
  consumeName,
  withLines,
  type HclScanner,
} from './scanner';
import { beginsBlock, skipUnreadable } from './skip-unreadable';
import { parseWholeTemplate } from './template-parser';

/** Maximum number of characters of a file: more than in any hand-written file, and parsed in a second. */
const longestHcl = 2_000_000;

/**
 * Parses an HCL file. Any text has a result. An expression that can't be parsed only affects its attribute, and other
 * syntax errors only affect their block.
 */
export function parseHcl(text: string, file: string): HclFile {
  if (text.length > longestHcl) return tooLongFile(text, file);
  const first = readFile(newScanner(text, file));
  return first.faults.length === 0 ? first : readFile(newScanner(text, file, true));
}

function tooLongFile(text: string, file: string): HclFile {
  const place = { file, start: 0, end: text.length };
  const body: HclBody = { attributes: [], blocks: [], isBroken: true, place };
  const fault = { key: 'hcl.tooLong', values: {}, place: { ...place, end: 0 } };
  return { file, body, directives: [], faults: [fault] };
}

function readFile(scanner: HclScanner): HclFile {
  const body = readBody(scanner, null);
  const { file, directives } = scanner;
  const faults = scanner.faults.toSorted((a, b) => a.place.start - b.place.start);
  return { file, body, directives, faults };
}

/** Parses a whole text as an expression, such as a command-line value. Undefined if it can't be parsed. */
export function parseHclExpression(text: string, file: string): HclExpression | undefined {
  return parseComplete(text, file, (scanner) => withLines(scanner, false, () => readHclExpression(scanner)));
}

/** Parses a text as a template, such as a file that `templatefile` reads. Undefined if it can't be parsed. */
export function parseHclTemplate(text: string, file: string): HclExpression | undefined {
  return text.length > longestHcl ? undefined : parsePlacedTemplate(text, { file, offset: 0 });
}

/** Parses a template inside a file, from an offset. Undefined if it can't be parsed. */
export function parsePlacedTemplate(
  text: string,
  { file, offset }: { readonly file: string; readonly offset: number },
): HclExpression | undefined {
  const scanner = { ...newScanner(text, file), offset, at: 0 };
  try {
    return parseWholeTemplate(scanner, insideTemplate);
  } catch (error) {
    if (error instanceof HclSyntaxError) return undefined;
    throw error;
  }
}

function parseComplete(
  text: string,
  file: string,
  read: (scanner: HclScanner) => HclExpression,
): HclExpression | undefined {
  const scanner = newScanner(text, file);
  try {
    const found = read(scanner);
    skipLines(scanner);
    return scanner.at >= text.length ? found : undefined;
  } catch (error) {
    if (error instanceof HclSyntaxError) return undefined;
    throw error;
  }
}

/** The parts of the body that were read so far. */
interface Draft {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
  isBroken: boolean;
}

/** Reads a file, or the content after the brace at `open` with its closing brace. */
function readBody(scanner: HclScanner, open: number | null): HclBody {
  const start = scanner.at;
  const draft: Draft = { attributes: [], blocks: [], isBroken: false };
  for (;;) {
    skipLines(scanner);
    const { at } = scanner;
    if (endsBody(scanner, open, draft)) return { ...draft, place: placeFrom(scanner, start, at) };
    try {
      readItem(scanner, draft);
    } catch (error) {
      if (!(error instanceof HclSyntaxError)) throw error;
      addFault(scanner, error);
      draft.isBroken = true;
      skipUnreadable(scanner, at);
    }
  }
}

function endsBody(scanner: HclScanner, open: number | null, draft: Draft): boolean {
  const { text, at } = scanner;
  const isEnd = at >= text.length;
  if (open === null) return isEnd;
  if (text[at] === '}') {
    scanner.at += 1;
    return true;
  }
  if (!isEnd && !(scanner.isCareful && beginsBlock(text, at))) return false;
  addFault(scanner, new HclSyntaxError('hcl.unclosedBlock', { start: open, end: open + 1 }));
  draft.isBroken = true;
  return true;
}

function addFault(
  { faults, file, offset }: HclScanner,
  { key, values, part: { start, end } }: HclSyntaxError,
): void {
  faults.push({ key, values, place: { file, start: offset + start, end: offset + end } });
}

function readItem(scanner: HclScanner, draft: Draft): void {
  const start = scanner.at;
  if (scanner.text[start] === '}') failAt(scanner, 'hcl.extraBrace');
  const name = consumeName(scanner) ?? failAt(scanner, 'hcl.expectedBlock');
  const namePlace = placeFrom(scanner, start);
  const isAttribute = peekCharacter(scanner) === '=' && scanner.text[scanner.at + 1] !== '=';
  if (isAttribute) {
    scanner.at += 1;
    const value = readValue(scanner);
    draft.attributes.push({ name, namePlace, value, place: placeFrom(scanner, start) });
    return;
  }
  const labels = readLabels(scanner);
  const open = scanner.at;
  scanner.at += 1;
  const body = nestedRead(scanner, () => readBody(scanner, open));
  draft.blocks.push({ type: name, typePlace: namePlace, labels, body, place: placeFrom(scanner, start) });
  if (!scanner.isCareful || !body.isBroken) requireLineEnd(scanner);
}

function readValue(scanner: HclScanner): HclExpression {
  skipBlanks(scanner);
  const start = scanner.at;
  try {
    const value = readHclExpression(scanner);
    requireLineEnd(scanner);
    return value;
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    addFault(scanner, error);
    skipUnreadable(scanner, start);
    return { is: 'broken', place: placeFrom(scanner, start) };
  }
}

/** Requires that the line or the enclosing block ends after an attribute or block. */
function requireLineEnd(scanner: HclScanner): void {
  const next = peekCharacter(scanner);
  if (next !== '' && next !== '\n' && next !== '}') failAt(scanner, 'hcl.expectedLineEnd');
}

function readLabels(scanner: HclScanner): readonly HclLabel[] {
  const labels: HclLabel[] = [];
  for (;;) {
    const next = peekCharacter(scanner);
    if (next === '{') return labels;
    const start = scanner.at;
    const text = next === '"' ? quotedLabel(scanner) : consumeName(scanner);
    if (text === undefined) failAt(scanner, 'hcl.expectedBlock');
    labels.push({ text, place: placeFrom(scanner, start) });
  }
}

function quotedLabel(scanner: HclScanner): string {
  const { text, at } = scanner;
  const end = text.indexOf('"', at + 1);
  if (end < 0 || end > endOfLine(text, at)) failAt(scanner, 'hcl.unclosedString');
  scanner.at = end;
  requireMark(scanner, '"');
  return text.slice(at + 1, end);
}
