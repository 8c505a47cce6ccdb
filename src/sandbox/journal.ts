import type { ArmError } from './responses';
import { isBodyObject, type BodyJson, type BodyObject } from './body-json';

/** An accepted write, with everything needed to replay it. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** Name of the caller; undefined for the signed-in user. */
  readonly caller: string | undefined;
  /** Condition headers of the request. */
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Body without its secrets. */
  readonly body: BodyJson | undefined;
  /** Error with which its operation ends, if a fault forced it. */
  readonly failsWith: ArmError | undefined;
}

/**
 * History of a sandbox since its initial content. A sandbox with the same content has the same state after all writes
 * are replayed.
 */
export interface Journal {
  readonly startedAt: number;
  readonly entries: readonly JournalEntry[];
}

/** Storage in which a journal outlives its sandbox. */
export interface JournalKeeper {
  read(): unknown;
  keep(journal: Journal): void;
}

/** Milliseconds without a write after which a sandbox starts from the beginning: half a day. */
const longestRest = 12 * 3_600_000;

/** Decodes the stored journal; undefined if it isn't valid, has another version, or is too old. */
export function decodeJournal(raw: unknown, now: number): Journal | undefined {
  if (!isBodyObject(raw)) return undefined;
  const { startedAt, entries: kept } = raw;
  if (typeof startedAt !== 'number' || !Array.isArray(kept)) return undefined;
  const entries = kept.map(decodeEntry);
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  const last = entries.at(-1)?.at ?? startedAt;
  return last <= now && now - last <= longestRest ? { startedAt, entries } : undefined;
}

function decodeEntry(raw: BodyJson): JournalEntry | undefined {
  if (!isBodyObject(raw)) return undefined;
  const { at, method, url, body } = raw;
  if (typeof at !== 'number' || typeof method !== 'string') return undefined;
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const conditions = { ifMatch: text(raw, 'ifMatch'), ifNoneMatch: text(raw, 'ifNoneMatch') };
  return {
    at,
    method,
    url,
    caller: text(raw, 'caller'),
    ...conditions,
    body,
    failsWith: decodeError(raw['failsWith']),
  };
}

function decodeError(raw: BodyJson | undefined): ArmError | undefined {
  if (!isBodyObject(raw)) return undefined;
  const [code, message] = [text(raw, 'code'), text(raw, 'message')];
  return code === undefined || message === undefined ? undefined : { code, message };
}

function text(raw: BodyObject, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' ? value : undefined;
}
