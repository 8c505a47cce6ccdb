import type { ArmError } from './responses';
import { isBodyObject, type BodyJson, type BodyObject } from './body-json';

/** A write that was accepted: enough to do it again. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** The conditions it was sent with. */
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Without its secrets. */
  readonly body: BodyJson | undefined;
  /** What its operation ends with, where a fault made it fail. */
  readonly failsWith: ArmError | undefined;
}

/** What happened to a sandbox since it was filled: filled again and with every write repeated, it is the same. */
export interface Journal {
  readonly startedAt: number;
  readonly entries: readonly JournalEntry[];
}

/** Where a journal outlives its sandbox. */
export interface JournalKeeper {
  read(): unknown;
  keep(journal: Journal): void;
}

/** A sandbox that nobody wrote to for this long begins anew: half a day. */
const longestRest = 12 * 3_600_000;

/** The journal that was kept; nothing where it is not ours, of another version, or too old. */
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
  return { at, method, url, ...conditions, body, failsWith: decodeError(raw['failsWith']) };
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
