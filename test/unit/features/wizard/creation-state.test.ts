import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import type { ComputeState, CreationEvent } from '../../../../src/azure/ports';
import { decodeStoredPlan, noChoices } from '../../../../src/contract/wizard/stored-choices';
import {
  afterEvent,
  canDelete,
  canTestNetwork,
  createdFrom,
  deleting,
  afterFailure,
  isRunning,
  isUnderWay,
  leftToAzure,
  missingCreation,
  notDeleted,
  partialAllocation,
  resumedFrom,
  storedFrom,
  withEvidence,
  withoutNode,
  type CreationState,
} from '../../../../src/features/wizard/creation-state';
import { attachPlans } from '../../plans/attach-plans';
import { clusterPlan, instancePlan } from '../../plans/sample-plans';
import { caseCount } from '../../../support/case-count';
import { seeded } from '../../../support/random';

const at = (second: number): string => new Date(Date.UTC(2026, 6, 30, 10, 0, second)).toISOString();

const noNodes = { min: 0, max: 4, current: 0, target: 0, idle: 0, unusable: 0, preparing: 0 };

function compute(nodes: Partial<NonNullable<ComputeState['nodes']>> = {}): ComputeState {
  return {
    id: '/computes/cpu',
    name: 'cpu',
    workspaceId: '',
    kind: 'cluster',
    location: 'westeurope',
    provisioningState: 'Succeeded',
    subnetId: null,
    targetId: null,
    publicIp: false,
    vmSize: null,
    nodes: { ...noNodes, ...nodes },
    state: null,
    publicAddress: null,
    errors: [],
    publicSsh: null,
    identity: { system: false, userIds: [] },
    tags: {},
    assignedTo: null,
    idleShutdownMinutes: null,
    schedules: [],
    setupScripts: [],
  };
}

const events = {
  free: { is: 'free' },
  sent: { is: 'sent' },
  accepted: { is: 'accepted', requestId: 'r-1' },
  state: { is: 'state', compute: compute({ target: 1 }) },
  ready: { is: 'ready', compute: compute() },
  unfinished: { is: 'unfinished', compute: null },
  failed: { is: 'failed', code: 'refused', details: {}, compute: compute() },
} as const satisfies Readonly<Record<string, CreationEvent>>;

function after(...names: readonly (keyof typeof events)[]): CreationState {
  return names.reduce<CreationState>(
    (state, name, second) => afterEvent(state, events[name], at(second + 1)),
    createdFrom(clusterPlan, at(0)),
  );
}

const phases = (...names: readonly (keyof typeof events)[]): string[] =>
  names.map((_, place) => after(...names.slice(0, place + 1)).phase.is);

describe('a creation', () => {
  test('moves from phase to phase, each with the time at which Azure confirmed it', () => {
    expect(phases('free', 'sent', 'accepted', 'state', 'state', 'ready')).toEqual([
      'validating',
      'sent',
      'accepted',
      'provisioning',
      'provisioning',
      'ready',
    ]);
    const end = after('free', 'sent', 'accepted', 'state', 'ready');
    expect(end.times).toEqual({ free: at(1), sent: at(2), accepted: at(3), ready: at(5) });
    expect([end.startedAt, end.endedAt, end.requestId]).toEqual([at(0), at(5), 'r-1']);
  });

  test('can be seen before it’s accepted, and can’t be deleted until then', () => {
    const seen = after('free', 'sent', 'state');
    expect([seen.phase.is, canDelete(seen)]).toEqual(['sent', false]);
    expect(canDelete(after('free', 'sent', 'state', 'accepted'))).toBe(true);
  });

  test('that failed can be deleted only if Azure has a compute resource of it', () => {
    const accepted = after('free', 'sent', 'accepted');
    const failure = new AzureFailure('refused');
    const of = (state: CreationState, remaining: ComputeState | null | 'unseen'): boolean =>
      canDelete(afterFailure(state, { failure, remaining }, at(9)));
    expect(of(accepted, compute())).toBe(true);
    expect(of(accepted, null)).toBe(false);
    expect(of(accepted, 'unseen')).toBe(false);
    expect(of(after('free', 'sent'), compute())).toBe(false);
  });

  test('that was left can be deleted, and one that is missing or ready can’t', () => {
    const accepted = after('free', 'sent', 'accepted');
    expect(canDelete(leftToAzure(accepted, 'stopped', at(9)))).toBe(true);
    expect(canDelete(missingCreation(storedFrom(accepted), at(9)))).toBe(false);
    expect(canDelete(after('free', 'sent', 'accepted', 'ready'))).toBe(false);
  });

  test('is left to Azure at the deadline', () => {
    expect(after('free', 'sent', 'accepted', 'unfinished').phase).toEqual({
      is: 'left',
      because: 'deadline',
    });
  });

  test('returns to its former phase if deleting failed, and is left if it was running', () => {
    const running = after('free', 'sent', 'accepted');
    const over = after('free', 'sent', 'accepted', 'failed');
    expect(deleting(deleting(over)).phase).toEqual({ is: 'deleting', from: over.phase });
    expect(notDeleted(deleting(over), at(20))).toEqual(over);
    expect(notDeleted(deleting(running), at(20))).toMatchObject({
      phase: { is: 'left', because: 'stopped' },
      endedAt: at(20),
    });
    expect(notDeleted(running, at(20))).toBe(running);
  });

  test('gets its explanation whenever its cause was read, also while the failed one is deleted', () => {
    const over = after('free', 'sent', 'accepted', 'failed');
    if (over.phase.is !== 'failed') throw new Error('It didn’t fail.');
    const { failure, evidence } = over.phase;
    const read = { ...over.phase, evidence: { ...evidence, subnet: 'read' } };
    expect(withEvidence(over, failure, { subnet: 'read' })?.phase).toEqual(read);
    const meanwhile = withEvidence(deleting(over), failure, { subnet: 'read' });
    expect(meanwhile && notDeleted(meanwhile, at(20)).phase).toEqual(read);
    const later = meanwhile && withEvidence(meanwhile, failure, { rolesReadAt: at(21) });
    expect(later && notDeleted(later, at(22)).phase).toEqual({
      ...read,
      evidence: { subnet: 'read', rolesReadAt: at(21), changes: null },
    });
    const other = after('free', 'sent', 'accepted', 'failed');
    expect(withEvidence(other, failure, { subnet: 'read' })).toBeNull();
    expect(withEvidence(after('free', 'sent'), failure, { subnet: 'read' })).toBeNull();
  });

  test('that is ready can be tested, and a node that doesn’t start is a failure of the created cluster', () => {
    const ready = after('free', 'sent', 'accepted', 'ready');
    expect(canTestNetwork(ready)).toBe(true);
    expect(canTestNetwork(after('free', 'sent', 'accepted'))).toBe(false);
    const errors = [{ code: 'AllocationTimedout', message: 'Too late' }];
    const over = withoutNode(ready, { ...compute(), errors }, at(20));
    expect(over).toMatchObject({
      goal: 'first-node',
      endedAt: at(20),
      phase: { is: 'failed', evidence: { subnet: 'reading', rolesReadAt: null, changes: null } },
    });
    expect([canDelete(over), isRunning(over)]).toEqual([true, false]);
  });

  test('with too few nodes is partial', () => {
    const remaining = compute({ target: 3, idle: 1 });
    const partly = afterFailure(
      after('free', 'sent', 'accepted'),
      { failure: new AzureFailure('timeout'), remaining },
      at(9),
    );
    expect(partialAllocation(partly)).toEqual({ compute: remaining, idle: 1, wanted: 3 });
    expect(partialAllocation(after('free', 'sent', 'accepted', 'failed'))).toBeNull();
  });
});

describe('the stored creation that the next window restores', () => {
  const plans = { clusterPlan, instancePlan, ...attachPlans };
  test.each(Object.entries(plans))('%s', (_, plan) => {
    const accepted = afterEvent(createdFrom(plan, at(0)), events.accepted, at(3));
    const stored: unknown = JSON.parse(JSON.stringify({ ...noChoices, creating: storedFrom(accepted) }));
    const read = decodeStoredPlan({ choices: stored, opened: null })?.choices.creating;
    const resumed = resumedFrom(read!);
    expect(resumed).toEqual({ ...accepted, plan: { ...plan, fixes: [] } });
    expect(storedFrom(resumed)).toEqual(read);
  });

  test('one that can’t be read doesn’t affect the others', () => {
    const good = storedFrom(after('free', 'sent'));
    const raw = { ...noChoices, left: [{ version: 9 }, good] };
    expect(decodeStoredPlan({ choices: raw, opened: null })?.choices.left).toEqual([good]);
  });
});

const seeds = Array.from({ length: caseCount(200, 5000) }, (_, seed) => seed + 1);

const steps: Readonly<Record<string, (state: CreationState, time: string) => CreationState>> = {
  stop: (state, time) => (isRunning(state) ? leftToAzure(state, 'stopped', time) : state),
  delete: (state) => (canDelete(state) ? deleting(state) : state),
  keep: notDeleted,
  ...Object.fromEntries(
    Object.entries(events).map(([name, event]) => [
      `Azure: ${name}`,
      (state: CreationState, time: string) => afterEvent(state, event, time),
    ]),
  ),
};

test('in any order of events, a finished creation stays finished, and times never decrease', () => {
  for (const seed of seeds) {
    const random = seeded(seed);
    let state = createdFrom(clusterPlan, at(0));
    for (let second = 1; second <= 12; second += 1) {
      const before = state;
      const name = random.pick(Object.keys(steps));
      state = steps[name]!(state, at(second));
      if (name.startsWith('Azure') && !isRunning(before)) expect(state).toBe(before);
      expect(isUnderWay(state)).toBe(isRunning(state) || state.phase.is === 'deleting');
      expect(timesOf(state)).toEqual(timesOf(state).sort());
      expect(state.endedAt === null).toBe(isRunning(state) || isFromRunning(state));
    }
  }
});

function timesOf({ startedAt, times: { free, sent, accepted, ready } }: CreationState): string[] {
  return [startedAt, free, sent, accepted, ready].filter((one) => one !== undefined);
}

/** True if it was deleted while it was still being created. */
function isFromRunning({ phase, ...state }: CreationState): boolean {
  return phase.is === 'deleting' && isRunning({ ...state, phase: phase.from });
}
