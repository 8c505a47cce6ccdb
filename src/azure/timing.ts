import { deadlines, type DeadlineKind } from './deadline';

/** How long things may take. */
export interface Timing {
  /** Seconds, by what is asked. */
  readonly deadlines: Readonly<Record<DeadlineKind, number>>;
  /** Milliseconds that one request may take. */
  readonly requestMs: number;
  /** Milliseconds before the first retry. */
  readonly retryDelayMs: number;
  /** Seconds that Azure may ask to wait without anybody being told. */
  readonly longestWait: number;
}

/** What suits a person who waits: with these, three retries are over after about ten seconds. */
export const usualTiming: Timing = { deadlines, requestMs: 60_000, retryDelayMs: 800, longestWait: 10 };
