import { deadlines, type DeadlineKind } from './deadline';

/** Time limits. */
export interface Timing {
  /** Deadlines in seconds, by kind of request. */
  readonly deadlines: Readonly<Record<DeadlineKind, number>>;
  /** Maximum duration of a request in milliseconds. */
  readonly requestMs: number;
  /** Milliseconds before the first retry. */
  readonly retryDelayMs: number;
  /** Seconds that Azure can request to wait without the user being notified. */
  readonly longestWait: number;
}

/** Default time limits, suitable for an interactive user. With them, three retries take about ten seconds. */
export const usualTiming: Timing = { deadlines, requestMs: 60_000, retryDelayMs: 800, longestWait: 10 };
