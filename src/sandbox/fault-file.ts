import { faultKinds, type Fault, type OtherWrite } from './faults';
import { isBodyObject, type BodyJson, type BodyObject } from './body-json';

/** The faults in a file, or the error in it: a path such as `faults[2].status`, and the allowed value. */
export type FaultFile =
  | { readonly is: 'faults'; readonly faults: readonly Fault[] }
  | { readonly is: 'wrong'; readonly at: string; readonly expected: string };

/** Thrown and caught only in this module. */
class Wrong extends Error {
  constructor(
    readonly at: string,
    readonly expected: string,
  ) {
    super(expected);
  }
}

const mostFaults = 100;

/**
 * Reads `{ "faults": [ … ] }`. Every member must be known and have the right type, otherwise the whole file is
 * rejected.
 */
export function readFaultFile(text: string): FaultFile {
  try {
    return { is: 'faults', faults: decodeFile(parse(text)) };
  } catch (error) {
    if (error instanceof Wrong) return { is: 'wrong', at: error.at, expected: error.expected };
    throw error;
  }
}

function parse(text: string): BodyJson {
  try {
    return JSON.parse(text) as BodyJson;
  } catch {
    throw new Wrong('$', 'JSON');
  }
}

function decodeFile(raw: BodyJson): readonly Fault[] {
  const { faults } = members(raw, '$', ['faults']);
  if (!Array.isArray(faults) || faults.length > mostFaults) {
    throw new Wrong('faults', `a list of at most ${mostFaults}`);
  }
  return faults.map((one, index) => decodeFault(one, `faults[${index}]`));
}

type Decode = (raw: BodyJson, at: string) => unknown;

const decoders: Readonly<Record<keyof Fault, Decode>> = {
  match: text,
  method: oneOf(['GET', 'PUT', 'POST', 'PATCH', 'DELETE']),
  times: (raw, at) => (raw === 'always' ? Infinity : integerIn(1, 10_000, '"always"')(raw, at)),
  kind: oneOf(faultKinds),
  status: integerIn(400, 599),
  code: text,
  message: text,
  retryAfter: integerIn(0, 86_400),
  claims: text,
  milliseconds: integerIn(0, 600_000),
  write: decodeWrite,
};

function decodeFault(raw: BodyJson, at: string): Fault {
  return decodeMembers(raw, at, decoders);
}

function decodeWrite(raw: BodyJson, at: string): OtherWrite {
  const decoded = decodeMembers<Partial<OtherWrite>>(raw, at, {
    method: oneOf(['PUT', 'DELETE']),
    path: (value, place) => {
      if (typeof value !== 'string' || !value.startsWith('/subscriptions/')) {
        throw new Wrong(place, 'a path that begins with /subscriptions/');
      }
      return value;
    },
    body: (value, place) => members(value, place),
  });
  const { method, path } = decoded;
  if (method === undefined || path === undefined) throw new Wrong(at, 'method and path');
  return { ...decoded, method, path };
}

function decodeMembers<T extends object>(
  raw: BodyJson,
  at: string,
  known: Readonly<Record<keyof T & string, Decode>>,
): T {
  const given = members(raw, at, Object.keys(known));
  const entries = Object.entries(given).map(([name, value]) => {
    const place = `${at}.${name}`;
    if (value === undefined) throw new Wrong(place, 'a value');
    return [name, known[name as keyof T & string](value, place)] as const;
  });
  return Object.fromEntries(entries) as T;
}

function members(raw: BodyJson, at: string, known?: readonly string[]): BodyObject {
  if (!isBodyObject(raw)) throw new Wrong(at, 'an object');
  const other = known && Object.keys(raw).find((name) => !known.includes(name));
  if (other !== undefined) throw new Wrong(`${at}.${other}`, (known ?? []).join(', '));
  return raw;
}

function text(raw: BodyJson, at: string): string {
  if (typeof raw !== 'string' || raw === '') throw new Wrong(at, 'text');
  return raw;
}

function oneOf(words: readonly string[]): Decode {
  return (raw, at) => {
    if (typeof raw !== 'string' || !words.includes(raw)) throw new Wrong(at, words.join(', '));
    return raw;
  };
}

function integerIn(from: number, to: number, or?: string): (raw: BodyJson, at: string) => number {
  return (raw, at) => {
    if (typeof raw === 'number' && Number.isInteger(raw) && raw >= from && raw <= to) return raw;
    throw new Wrong(at, `${from} to ${to}${or === undefined ? '' : `, or ${or}`}`);
  };
}
