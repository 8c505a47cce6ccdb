import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { CheckResult } from '../../../src/core/check-result';
import { findRequirement } from '../../../src/requirements/requirements';
import { explainError } from '../../../src/wording/explained-error';
import { pastedErrors } from './pasted-errors';
import { messagesIn } from '../../support/messages-in';
import {
  rankCreationCauses,
  type CreationEvidence,
  type CreationFailure,
} from '../../../src/wording/creation-causes';
import { likelyRank, type RankedLikely } from '../../../src/wording/likely-cause';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { planned, plannedInstance } from '../azure/learning/creating';
import { buildGovernance } from '../checks/governance-builder';
import { buildModel, buildPlan, facts } from '../checks/model-builder';
import { cases } from '../checks/requirement-cases';

const say = messagesIn('en');
const join = 'Microsoft.Network/virtualNetworks/subnets/join/action';
const write = 'Microsoft.MachineLearningServices/workspaces/computes/write';

interface Failed {
  readonly code: CreationFailure['code'];
  readonly details: CreationFailure['details'];
}

const failures: Readonly<Record<string, Failed>> = {
  write: { code: 'forbidden', details: { serviceCode: 'AuthorizationFailed', serviceMessage: write } },
  join: { code: 'forbidden', details: { serviceCode: 'LinkedAuthorizationFailed', serviceMessage: join } },
  forbidden: { code: 'forbidden', details: {} },
  addresses: { code: 'refused', details: { serviceCode: 'AllocationFailed', innerCodes: ['SubnetIsFull'] } },
  quota: { code: 'refused', details: { serviceCode: 'AccountCoreQuotaReached' } },
  other: { code: 'refused', details: { serviceCode: 'SomethingElse' } },
};

const room: Partial<CreationEvidence> = {
  capacity: { total: 59, free: 39 },
  quota: { left: 100, limit: 100, isEnough: true },
};
const short: Partial<CreationEvidence> = {
  capacity: { total: 59, free: 0 },
  quota: { left: 1, limit: 24, isEnough: false },
};

/** Actions that the roles don't include. */
const refused: Readonly<Record<string, string>> = { 'rbac-compute-write': write, 'rbac-subnet-join': join };

/** Returns results of which a requirement fails. */
function resultsOf(id: string): readonly CheckResult[] {
  const { network, plan } = cases[id]!.reports;
  const action = refused[id];
  const governance = buildGovernance(action === undefined ? {} : { notActions: [action] });
  return checkSubnet(buildModel(network), buildPlan(plan), { ...facts, governance });
}

/** Returns each cause with its rank. */
function ranked(failure: string, id: string, numbers: Partial<CreationEvidence> = room): readonly string[] {
  const plan = id.endsWith('-instance') ? plannedInstance() : planned();
  return labelled(rankOf(failures[failure]!, { ...numbers, results: resultsOf(id) }, plan));
}

function rankOf(
  { code, details }: Failed,
  evidence: Partial<CreationEvidence> = {},
  plan: ComputePlan = planned(),
): RankedLikely {
  return rankCreationCauses(
    say,
    { plan, code, details, requestId: null, wasAccepted: code === 'refused' },
    {
      results: [],
      capacity: null,
      quota: null,
      isFixed: false,
      readAt: '2026-11-20T10:00:00Z',
      rolesReadAt: null,
      ...evidence,
    },
  );
}

function labelled(all: RankedLikely): readonly string[] {
  return all.all.map((one) => `${likelyRank(say, one, all)}: ${one.cause}`);
}

const free = 'Ruled out: Addresses';
const cores = 'Ruled out: Quota';

it.each([
  ['write', 'rbac-compute-write', ['Most likely: Permission to create', free, cores]],
  ['forbidden', 'rbac-compute-write', ['Most likely: Permission to create', free, cores]],
  ['join', 'rbac-subnet-join', ['Most likely: Permission to create', free, cores]],
])('a refusal (%s) and its failed check (%s) are one cause', (failure, id, expected) => {
  expect(ranked(failure, id)).toEqual(expected);
});

it('a missing permission that Azure didn’t check first is another cause', () => {
  expect(ranked('write', 'rbac-subnet-join')).toEqual([
    'Most likely: Permission to create',
    expect.stringMatching(/^Possible: /),
    free,
    cores,
  ]);
});

it.each([
  ['quota', 'quota-aml-compute', ['Most likely: Quota', 'Possible: Addresses']],
  ['addresses', 'subnet-free-ips-instance', ['Most likely: Addresses', 'Possible: Quota']],
  ['other', 'quota-aml-compute', [expect.stringContaining('Possible: '), 'Possible: Addresses']],
  ['other', 'subnet-free-ips-instance', [expect.stringContaining('Possible: '), 'Possible: Quota']],
])('what Azure says (%s), the check (%s), and the count are one cause', (failure, id, expected) => {
  expect(ranked(failure, id, short)).toEqual(expected);
});

it.each(['quota-aml-compute', 'subnet-free-ips-instance'])('a failed check of %s isn’t ruled out', (id) => {
  const kinds = { 'quota-aml-compute': 'Quota', 'subnet-free-ips-instance': 'Addresses' };
  expect(ranked('other', id)).not.toContain(`Ruled out: ${kinds[id as keyof typeof kinds]}`);
});

/** As `Microsoft.Authorization` returns it, with the policies as JSON in the message. */
const denied =
  'Resource \'cpu-new\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"Only approved sizes"}}]\'.';

describe('what the message states', () => {
  it.each<[string, Failed, string, string | undefined]>([
    [
      'a policy',
      { code: 'refused', details: { serviceCode: 'RequestDisallowedByPolicy', serviceMessage: denied } },
      'Blocked by Azure Policy',
      'owner',
    ],
    ['a lock', { code: 'refused', details: { serviceCode: 'ScopeLocked' } }, 'Blocked by a lock', 'owner'],
    [
      'a size that isn’t available',
      { code: 'refused', details: { serviceCode: 'SkuNotAvailable' } },
      'Not enough capacity for the VM size',
      'size',
    ],
    ['a quota', { code: 'refused', details: { serviceCode: 'QuotaExceeded' } }, 'Quota reached', 'quota'],
    [
      'too many requests',
      { code: 'throttled', details: { status: 429, retryAfterSeconds: 30 } },
      'Too many requests to Azure',
      undefined,
    ],
    [
      'a service that is unavailable',
      { code: 'unavailable', details: { status: 503 } },
      'Internal error in Azure',
      undefined,
    ],
    [
      'a server error',
      { code: 'refused', details: { status: 500, serviceMessage: 'Oops.' } },
      'Internal error in Azure',
      undefined,
    ],
  ])('is the most likely cause: %s', (_, failed, cause, remedy) => {
    const { most, all } = rankOf(failed, room);
    expect(most).toMatchObject({ cause });
    expect(most?.remedy).toBe(remedy);
    expect(most?.evidence).not.toBe('');
    expect(all.filter(({ icon }) => icon !== 'pass')).toEqual([most]);
  });

  it('comes before an error in Azure that carries it', () => {
    const details = { status: 500, serviceCode: 'InternalServerError', serviceMessage: denied };
    expect(rankOf({ code: 'refused', details }).most).toMatchObject({ cause: 'Blocked by Azure Policy' });
  });

  const permissions = pastedErrors.filter(({ reported }) =>
    reported.some((one) => ['permission', 'tenant'].includes(one)),
  );

  it.each(permissions)('is a permission that the product doesn’t check: $source', ({ message }) => {
    const serviceCode = 'LinkedAuthorizationFailed';
    const { most } = rankOf({ code: 'forbidden', details: { serviceCode, serviceMessage: message } });
    expect(most).toMatchObject({
      cause: explainError(say, message, null).causes[0]?.name,
      remedy: 'owner',
    });
  });

  it('is a permission for another action, although the request needs that to create compute', () => {
    const serviceMessage =
      "does not have authorization to perform action 'Microsoft.Resources/tags/write' over scope '/s'.";
    const details = { serviceCode: 'AuthorizationFailed', serviceMessage };
    const results = resultsOf('rbac-compute-write');
    const { all } = rankOf({ code: 'forbidden', details }, { results });
    expect(all.map(({ cause }) => cause)).toEqual([
      'Missing permission',
      expect.stringMatching(/AzureML Compute Operator|role/i),
    ]);
  });

  it('is a conflict with another operation, and not a taken name', () => {
    const details = { status: 409, serviceCode: 'AnotherOperationInProgress', serviceMessage: 'Wait.' };
    expect(rankOf({ code: 'conflict', details }).most).toMatchObject({
      cause: 'Conflict with another change in Azure',
    });
    const taken = { status: 409, serviceMessage: 'Compute with this name already exists.' };
    expect(rankOf({ code: 'conflict', details: taken }).most).toMatchObject({ cause: 'The name is taken' });
    expect(rankOf({ code: 'conflict', details: {} }).most).toMatchObject({ cause: 'The name is taken' });
  });

  it('is one cause with the check that fails for it, and with the action of that check', () => {
    const lock = cases['lock-on-vnet-resource-group']!.reports;
    const results = checkSubnet(buildModel(lock.network), buildPlan(lock.plan), {
      ...facts,
      governance: buildGovernance(lock.governance!),
    });
    const { most, all } = rankOf({ code: 'refused', details: { serviceCode: 'ScopeLocked' } }, { results });
    expect(most?.results?.map(({ requirement }) => requirement)).toEqual(['lock-on-vnet-resource-group']);
    expect(most?.remedy).toBeUndefined();
    expect(all.filter(({ cause }) => /lock/i.test(cause))).toEqual([most]);
  });

  const creations = pastedErrors.filter(
    ({ subject, reported }) =>
      subject === 'creation' && reported.length > 0 && !findRequirement(reported[0]!),
  );

  it.each(creations)('is recognized as by *Explain an error message*: $source', ({ message }) => {
    const { most } = rankOf({ code: 'refused', details: { serviceMessage: message } });
    expect(most?.cause).toBe(explainError(say, message, null).causes[0]?.name);
  });
});
