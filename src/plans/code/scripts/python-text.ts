import { hiddenCharacters } from './hidden-characters';

/** A Python value, or verbatim code. */
export type PythonValue =
  string | number | boolean | readonly PythonValue[] | PythonCall | PythonCode | PythonDict;

/** A call with named arguments: `AmlCompute(name="cpu-cluster")`. */
interface PythonCall {
  readonly is: 'call';
  readonly name: string;
  readonly values: Readonly<Record<string, PythonValue>>;
}

interface PythonCode {
  readonly is: 'code';
  readonly text: string;
}

interface PythonDict {
  readonly is: 'dict';
  readonly fields: Readonly<Record<string, PythonValue>>;
}

export function pythonCall(name: string, values: PythonCall['values']): PythonCall {
  return { is: 'call', name, values };
}

export function pythonCode(text: string): PythonCode {
  return { is: 'code', text };
}

export function pythonDict(fields: PythonDict['fields']): PythonDict {
  return { is: 'dict', fields };
}

/** Returns a text as a Python string. JSON's escapes are also valid in Python. */
export function pythonString(text: string): string {
  return hiddenCharacters(JSON.stringify(text));
}

const widest = 88;

/** Returns an expression; `before` is the number of characters before it in its line. */
export function pythonText(value: PythonValue, before: number): string {
  const [first = '', ...rest] = valueLines(value, before);
  return [first, ...rest].join('\n');
}

function valueLines(value: PythonValue, before: number): readonly string[] {
  const short = inline(value);
  if (before + short.length <= widest) return [short];
  if (typeof value !== 'object') return [short];
  if (isList(value)) {
    const items = value.map((one) => ['', one] as const);
    return block('[', items, ']');
  }
  switch (value.is) {
    case 'code':
      return [value.text];
    case 'call':
      return block(
        `${value.name}(`,
        named(value.values, (name) => `${name}=`),
        ')',
      );
    case 'dict':
      return block(
        '{',
        named(value.fields, (name) => `${pythonString(name)}: `),
        '}',
      );
  }
}

function named(
  fields: Readonly<Record<string, PythonValue>>,
  before: (name: string) => string,
): readonly (readonly [string, PythonValue])[] {
  return Object.entries(fields).map(([name, value]) => [before(name), value] as const);
}

function block(
  open: string,
  items: readonly (readonly [before: string, value: PythonValue])[],
  close: string,
): readonly string[] {
  const lines = items.flatMap(([before, value]) => {
    const [first = '', ...rest] = valueLines(value, before.length + 5);
    const all = [`${before}${first}`, ...rest];
    return [...all.slice(0, -1), `${all.at(-1) ?? ''},`].map((line) => `    ${line}`);
  });
  return [open, ...lines, close];
}

function inline(value: PythonValue): string {
  if (typeof value === 'string') return pythonString(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  switch (value.is) {
    case 'code':
      return value.text;
    case 'call':
      return `${value.name}(${named(value.values, (name) => `${name}=`)
        .map(pair)
        .join(', ')})`;
    case 'dict':
      return `{${named(value.fields, (name) => `${pythonString(name)}: `)
        .map(pair)
        .join(', ')}}`;
  }
}

function pair([before, value]: readonly [string, PythonValue]): string {
  return `${before}${inline(value)}`;
}

/** Returns the names of classes that an expression calls, sorted. */
export function pythonClasses(value: PythonValue): readonly string[] {
  return [...new Set(callsIn(value))].sort();
}

function callsIn(value: PythonValue): readonly string[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap(callsIn);
  if (value.is === 'code') return [];
  const inside = Object.values(value.is === 'call' ? value.values : value.fields).flatMap(callsIn);
  return value.is === 'call' ? [value.name, ...inside] : inside;
}

function isList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
