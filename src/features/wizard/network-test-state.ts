import type { AzureFailure } from '../../azure/failure';
import type { NetworkTestEvent } from '../../azure/ports';
import type { StoredNetworkTest } from '../../contract/wizard/stored-choices';
import { readAnswers, type NetworkTestAnswer } from '../../plans/network-test/job';
import type { NetworkTestPlan } from '../../plans/network-test/targets';

type NetworkTestPhase =
  /** Azure hasn't confirmed the job. */
  | { readonly is: 'sent' }
  /** A window before sent it, and this one hasn't seen it yet. */
  | { readonly is: 'resumed' }
  /** It waits for its node. */
  | { readonly is: 'queued' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly answers: readonly NetworkTestAnswer[] }
  /** Azure refused the job. */
  | { readonly is: 'refused'; readonly failure: AzureFailure }
  /** Azure can't be asked how it ended. */
  | { readonly is: 'unseen'; readonly failure: AzureFailure }
  /** When the window was back, Azure didn't have the job. */
  | { readonly is: 'missing' }
  | { readonly is: 'stopped' };

/** A test of the network from a node. */
export interface NetworkTest {
  readonly plan: NetworkTestPlan;
  /** The path of the subnet when it started (`pathFingerprint`); null where it isn't known. */
  readonly path: string | null;
  readonly startedAt: string;
  /** ISO time of its end; null while it runs. */
  readonly endedAt: string | null;
  /** It had ended when the window was back, so its time isn’t known. */
  readonly isEndUnseen: boolean;
  /** The user stopped it before Azure confirmed the job. */
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

/** A test that the window before started. */
export function resumedTest({ plan, startedAt, path, isStopping }: StoredNetworkTest): NetworkTest {
  return { ...startedTest(plan, { startedAt, path }), isStopping, phase: { is: 'resumed' } };
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
  return endedTest(test, { is: 'done', answers }, at);
}

/** The test once it's over. */
export function endedTest(test: NetworkTest, phase: NetworkTestPhase, at: string): NetworkTest {
  if (!isTesting(test)) return test;
  const isEndUnseen = phase.is === 'done' && test.phase.is === 'resumed';
  return { ...test, endedAt: at, isEndUnseen, phase };
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

/** Azure wasn't seen to have its job, which can't be canceled before. */
export function isUnconfirmed({ phase }: NetworkTest): boolean {
  return phase.is === 'sent' || phase.is === 'resumed';
}

export function isTesting(test: NetworkTest | null): boolean {
  return test !== null && test.endedAt === null;
}
