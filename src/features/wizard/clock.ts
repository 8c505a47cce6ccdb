import { after } from '../../platform/after';

/** The wizard's clock, so that tests don't have to wait. */
export interface WizardClock {
  now(): Date;
  /** Calls `task` after `milliseconds`, unless `stop` is aborted first. */
  after(milliseconds: number, stop: AbortSignal | undefined, task: () => void): void;
}

export const realClock: WizardClock = {
  now: () => new Date(),
  after,
};
