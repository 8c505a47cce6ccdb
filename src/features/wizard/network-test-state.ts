import type { AzureFailure } from '../../azure/failure';
import type { NetworkTestEvent } from '../../azure/ports';
import type { StoredNetworkTest } from '../../contract/wizard/stored-choices';
import { readAnswers, type NetworkTestAnswer } from '../../plans/network-test/job';
import type { NetworkTestPlan } from '../../plans/network-test/targets';

type NetworkTestPhase =
  /** Azure hasn't confirmed the job. */
  | { readonly is: 'sent' }
  /** An earlier window sent the job, and this one hasn't read it yet. */
  | { readonly is: 'resumed' }
  /** The job waits for its node. */
  | { readonly is: 'queued' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly answers: readonly NetworkTestAnswer[] }
  /** Azure refused the job. */
  | { readonly is: 'refused'; readonly failure: AzureFailure }
  /** The result can't be read from Azure. */
  | { readonly is: 'unseen'; readonly failure: AzureFailure }
  /** After a window reload, Azure didn't have the job. */
  | { readonly is: 'missing' }
  | { readonly is: 'stopped' };

/** A network test from a node. */
export interface NetworkTest {
  readonly plan: NetworkTestPlan;
  /** The subnet's path at the start (`pathFingerprint`); null if it isn't known. */
  readonly path: string | null;
  readonly startedAt: string;
  /** ISO time of the end; null while it runs. */
  readonly endedAt: string | null;
  /** True if it ended before the window returned, so that the time of its end isn't known. */
  readonly isEndUnseen: boolean;
  /** True if the user stopped it before Azure confirmed the job. */
  readonly isStopping: boolean;
  readonly phase: NetworkTestPhase;
}

export function startedTest(
  plan: NetworkTestPlan,
  { startedAt, path }: Pick<NetworkTest, 'startedAt' | 'path'>,
): NetworkTest {
  return {
    plan,
    path,
    startedAt,
    endedAt: null,
    isEndUnseen: false,
    isStopping: false,
    phase: { is: 'sent' },
  };
}

/** Returns the state of a stored test from an earlier window. */
export function resumedTest({ plan, startedAt, path, isStopping }: StoredNetworkTest): NetworkTest {
  return { ...startedTest(plan, { startedAt, path }), isStopping, phase: { is: 'resumed' } };
}

/** Returns the test after an event. Events after the end are ignored. */
export function afterTestEvent(
  test: NetworkTest,
  event: Exclude<NetworkTestEvent, { is: 'no-node' }>,
  at: string,
): NetworkTest {
  if (!isTesting(test)) return test;
  if (event.is !== 'ended') return { ...test, phase: { is: event.is } };
  const answers = readAnswers(test.plan.targets, event.tags);
  return endedTest(test, { is: 'done', answers }, at);
}

/** Returns the test after its end. */
export function endedTest(test: NetworkTest, phase: NetworkTestPhase, at: string): NetworkTest {
  if (!isTesting(test)) return test;
  const isEndUnseen = phase.is === 'done' && test.phase.is === 'resumed';
  return { ...test, endedAt: at, isEndUnseen, phase };
}

/**
 * Returns flows with all ports and hosts reached by the node, and flows that a job needs to start. Never includes UDP.
 */
export function connectedFlows({ plan, phase }: NetworkTest): readonly string[] {
  if (phase.is !== 'done' || phase.answers.every(({ is }) => is === 'missing')) return [];
  const { targets, whole, testedByStart } = plan;
  const failing = new Set(
    targets.filter((_, at) => phase.answers[at]?.is !== 'connected').map(({ requirement }) => requirement),
  );
  return [...new Set([...testedByStart, ...whole])].filter((id) => !failing.has(id));
}

/** Checks whether Azure hasn't confirmed the job. It can't be canceled before that. */
export function isUnconfirmed({ phase }: NetworkTest): boolean {
  return phase.is === 'sent' || phase.is === 'resumed';
}

/** Checks whether the job ran on a node, so that one started. */
export function ranOnNode(test: NetworkTest | null): boolean {
  return test !== null && (test.phase.is === 'running' || test.phase.is === 'done');
}

export function isTesting(test: NetworkTest | null): boolean {
  return test !== null && test.endedAt === null;
}
