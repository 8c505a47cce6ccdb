import type { Creation } from '@contract/wizard/creation';

type Steps = Creation['steps'];

/**
 * Returns the last step that completed or failed since `before`; null if there is none. So each step is announced once.
 */
export function newestStep(before: Steps, now: Steps): string | null {
  const ended = now.filter((step, at) => isOver(step) && !isOver(before[at]));
  return ended.at(-1)?.text ?? null;
}

function isOver(step: Steps[number] | undefined): boolean {
  return step?.state === 'done' || step?.state === 'failed';
}
