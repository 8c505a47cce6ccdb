/** Properties of the output. */
export interface Screen {
  /** Width of the terminal, or null if the output isn't one. */
  readonly columns: number | null;
  readonly colors: boolean;
  /** True if it can show more than ASCII. */
  readonly unicode: boolean;
}

export type TextStyle = 'plain' | 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'link';

/** A part of a line in one style. */
export interface StyledText {
  readonly style: TextStyle;
  readonly text: string;
}

/** A line of the report. */
export type StyledLine = readonly StyledText[];

export function styled(style: TextStyle, text: string): StyledText {
  return { style, text };
}

const codes: Readonly<Record<Exclude<TextStyle, 'plain'>, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  link: [4, 24],
};

/** Returns a text with the escape sequences of its style. The text itself doesn't contain any (`printableText`). */
export function paint({ style, text }: StyledText): string {
  if (style === 'plain' || text === '') return text;
  const [on, off] = codes[style];
  return `\u001B[${on}m${text}\u001B[${off}m`;
}

/** The parts of a stream that determine colors and characters. */
interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Returns the screen of a stream, according to its environment (no-color.org, force-color.org, 2026-11-30). */
export function screenOf(stream: OutputStream, env: Readonly<Record<string, string | undefined>>): Screen {
  const isTerminal = stream.isTTY === true;
  return {
    columns: isTerminal ? (stream.columns ?? null) : null,
    colors: hasColors(isTerminal, env),
    unicode: isUnicode(env),
  };
}

function hasColors(
  isTerminal: boolean,
  { NO_COLOR, FORCE_COLOR, TERM }: Partial<Record<string, string>>,
): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

/**
 * Returns whether the output supports Unicode. Windows doesn't specify a character set. Its own terminal and that of VS Code
 * support Unicode.
 */
function isUnicode(env: Readonly<Record<string, string | undefined>>): boolean {
  const { LC_ALL, LC_CTYPE, LANG, OS, WT_SESSION, TERM_PROGRAM } = env;
  if (OS === 'Windows_NT') return WT_SESSION !== undefined || TERM_PROGRAM === 'vscode';
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}

const asciiSigns: Readonly<Record<string, string>> = {
  '│': '|',
  '·': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '→': '->',
  '–': '-',
  '⚠': '!',
  '\u00A0': ' ',
  '\u202F': ' ',
};

/** Replaces our own symbols by ASCII, for a screen that doesn't support others. Letters in names and words stay. */
export function asciiSignsOf(text: string): string {
  return text.replace(/[│·’‘“”«»…→–⚠\u00A0\u202F]/g, (sign) => asciiSigns[sign] ?? sign);
}
