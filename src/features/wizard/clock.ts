import { after } from '../../platform/after';

/** Time as the wizard sees it, so that tests need not wait for it. */
export interface WizardClock {
  now(): Date;
  /** Calls `task` after `milliseconds`, unless `stop` is aborted before. */
  after(milliseconds: number, stop: AbortSignal | undefined, task: () => void): void;
}

export const realClock: WizardClock = {
  now: () => new Date(),
  after,
};
