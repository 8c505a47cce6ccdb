import type { Creation } from '@contract/wizard/creation';

type Steps = Creation['steps'];

/** The last step that was done or failed since `before`; null where none was. Each step is so told once. */
export function newestStep(before: Steps, now: Steps): string | null {
  const ended = now.filter((step, at) => isOver(step) && !isOver(before[at]));
  return ended.at(-1)?.text ?? null;
}

function isOver(step: Steps[number] | undefined): boolean {
  return step?.state === 'done' || step?.state === 'failed';
}
