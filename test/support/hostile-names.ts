/**
 * Effects of a name on a terminal or page that prints it unescaped: colors, links, moves, deletes, hides, reorders,
 * runs commands.
 */
export const hostileParts: Readonly<Record<string, string>> = {
  'a color': '\u001b[31m',
  'a link of the terminal': '\u001b]8;;https://evil.example\u0007x\u001b]8;;\u001b\\',
  'a control of one byte': '\u009b2J',
  'a carriage return': '\r::error::x',
  'a backspace': 'ab\b\b',
  'a line end': '\nFORGED',
  'a line of its own': '\u2028FORGED',
  'a next line': '\u0085FORGED',
  'a command of Azure Pipelines': '##vso[task.setvariable variable=x]y',
  'a command of Azure Pipelines after a line end': '\n ##VSO[task.complete]y',
  'a format of Azure Pipelines': '##[error]x',
  'a command of GitHub': '\n::set-output name=x::y',
  'a command of GitHub after white space': '\n\u3000\t::add-mask::y',
  'an override of direction': '\u202Egpj.exe',
  'an isolate that ends ours': 'אב\u2069גד',
  'an isolate without an end': '\u2068אב',
  'letters that do not show': 'a\u200Bb\u00ADc\u2060d\u{E0041}',
};

/** Everything at once. No space: command lines are split there. */
export const hostile = `x${Object.values(hostileParts).join('').replaceAll(' ', '')}`;

/** Allowed in printed text: line breaks and tabs, and isolates that end on the same line. */
const unseen =
  /(?![\t\n\u200C\u200D\u2068\u2069\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Returns the lines of a text with invisible characters, or that a name started. */
export function unseenLines(text: string): readonly string[] {
  return linesThat(
    text,
    (line) => unseen.test(line) || !hasMatchedIsolates(line) || line.trimStart().startsWith('FORGED'),
  );
}

/** Returns the lines of a printed text with an effect on the terminal or the reader, or that a name started. */
export function rawLines(text: string): readonly string[] {
  return [...unseenLines(text), ...linesThat(text, (line) => /##\w*\[|^\s*::/.test(line))];
}

function linesThat(text: string, is: (line: string) => boolean): readonly string[] {
  return text
    .split('\n')
    .filter(is)
    .map((line) => JSON.stringify(line));
}

function hasMatchedIsolates(line: string): boolean {
  let depth = 0;
  for (const one of line) {
    if (one === '\u2068') depth += 1;
    if (one === '\u2069') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Returns a copy of JSON with `change` applied to each text. `key` is the member that contains it, or whose list
 * contains it.
 */
export function mapJsonTexts(
  value: unknown,
  change: (text: string, key: string) => string,
  key = '',
): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((one) => mapJsonTexts(one, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapJsonTexts(one, change, name)]),
  );
}
