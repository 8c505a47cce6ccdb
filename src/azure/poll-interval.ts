import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { pause } from './pause';
import { retryAfterSeconds } from './retry-after';

/** Milliseconds between two polls, whatever Azure asks for: at first so few that what is quick is seen quickly. */
const first = 100;
const growth = 1.5;
const shortest = 1000;

/** Where Azure doesn't say. */
const usual = 2000;
const longest = 30_000;

/** Waits between polls of one operation: as long as the last answer asks for, within bounds. */
export function pollWait(signal: AbortSignal): (answer: PipelineResponse) => Promise<void> {
  let least = first;
  return ({ headers }) => {
    const asked = retryAfterSeconds(headers);
    const wait = Math.min(Math.max(asked === undefined ? usual : asked * 1000, least), longest);
    least = Math.min(least * growth, shortest);
    return pause(wait, signal);
  };
}
