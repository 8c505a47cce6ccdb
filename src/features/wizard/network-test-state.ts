import type { AzureFailure } from '../../azure/failure';
import type { NetworkTestEvent } from '../../azure/ports';
import { readAnswers, type NetworkTestAnswer } from '../../plans/network-test/job';
import type { NetworkTestPlan } from '../../plans/network-test/targets';

type NetworkTestPhase =
  | { readonly is: 'sent' }
  /** It waits for its node. */
  | { readonly is: 'queued' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly answers: readonly NetworkTestAnswer[] }
  /** Azure refused the job, or lost it. */
  | { readonly is: 'refused'; readonly failure: AzureFailure }
  | { readonly is: 'stopped' };

/** A test of the network from a node. */
export interface NetworkTest {
  readonly plan: NetworkTestPlan;
  /** The path of the subnet when it started (`pathFingerprint`); null where it isn't known. */
  readonly path: string | null;
  readonly startedAt: string;
  /** ISO time of its end; null while it runs. */
  readonly endedAt: string | null;
  readonly phase: NetworkTestPhase;
}

export function startedTest(
  plan: NetworkTestPlan,
  { startedAt, path }: Pick<NetworkTest, 'startedAt' | 'path'>,
): NetworkTest {
  return { plan, path, startedAt, endedAt: null, phase: { is: 'sent' } };
}

/** The test after an event of Azure; what comes after its end changes nothing. */
export function afterTestEvent(
  test: NetworkTest,
  event: Exclude<NetworkTestEvent, { is: 'no-node' }>,
  at: string,
): NetworkTest {
  if (!isTesting(test)) return test;
  if (event.is !== 'ended') return { ...test, phase: { is: event.is } };
  const answers = readAnswers(test.plan.targets, event.tags);
  return { ...test, endedAt: at, phase: { is: 'done', answers } };
}

export function afterTestFailure(test: NetworkTest, failure: AzureFailure, at: string): NetworkTest {
  if (!isTesting(test)) return test;
  const isStopped = failure.code === 'cancelled';
  return { ...test, endedAt: at, phase: isStopped ? { is: 'stopped' } : { is: 'refused', failure } };
}

/** Flows of which the node reached every port and host, and what a job on a node needs to start. Never UDP. */
export function connectedFlows({ plan, phase }: NetworkTest): readonly string[] {
  if (phase.is !== 'done' || phase.answers.every(({ is }) => is === 'missing')) return [];
  const { targets, whole, testedByStart } = plan;
  const failing = new Set(
    targets.filter((_, at) => phase.answers[at]?.is !== 'connected').map(({ requirement }) => requirement),
  );
  return [...new Set([...testedByStart, ...whole])].filter((id) => !failing.has(id));
}

export function isTesting(test: NetworkTest | null): boolean {
  return test !== null && test.endedAt === null;
}
