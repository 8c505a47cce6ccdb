import type { Say } from '../../messages/say';
import { nameOf } from '../../core/network/find';
import type { ComputePlan } from '../../plans/compute-plan';
import type { NetworkTestAnswer } from '../../plans/network-test/job';
import type { NetworkTest } from './network-test-state';

/** The tested targets of one flow, with an answer for each. */
export interface TestedFlow {
  readonly requirement: string;
  readonly hosts: readonly string[];
  readonly answers: readonly NetworkTestAnswer[];
}

/** Returns the title of a network test: its progress, or its result. */
export function networkTestTitle(
  say: Say,
  { workspaceId }: Pick<ComputePlan, 'workspaceId'>,
  test: NetworkTest,
): string {
  const { phase } = test;
  switch (phase.is) {
    case 'done':
      return doneTitle(say, test, phase.answers);
    case 'refused':
      return phase.failure.code === 'forbidden'
        ? say('test.forbidden', { workspace: nameOf(workspaceId) })
        : say('test.failedToRun');
    case 'unseen':
    case 'stopped':
    case 'missing':
      return say(`test.${phase.is}`);
    default:
      return say('test.running');
  }
}

function doneTitle(say: Say, { plan }: NetworkTest, answers: readonly NetworkTestAnswer[]): string {
  const isUnread = answers.length > 0 && answers.every(({ is }) => is === 'missing');
  if (isUnread) return say('test.unread');
  const flows = testedFlows(plan, answers);
  const n = flows.length + plan.testedByStart.length;
  const k = flows.filter(isFailing).length;
  return k === 0 ? say('test.passed', { n }) : say('test.failed', { n, k });
}

/** Checks whether the node didn't reach all targets of the flow. */
export function isFailing({ answers }: TestedFlow): boolean {
  return answers.some(({ is }) => is !== 'connected');
}

/** Groups the targets by flow, in their order. */
export function testedFlows(
  { targets }: NetworkTest['plan'],
  answers: readonly NetworkTestAnswer[],
): readonly TestedFlow[] {
  const ids = [...new Set(targets.map(({ requirement }) => requirement))];
  return ids.map((requirement) => {
    const places = targets.flatMap((one, at) => (one.requirement === requirement ? [at] : []));
    return {
      requirement,
      hosts: places.map((at) => targets[at]?.host ?? ''),
      answers: places.flatMap((at) => answers[at] ?? []),
    };
  });
}
