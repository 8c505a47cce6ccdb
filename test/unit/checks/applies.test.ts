import { describe, expect, it } from 'vitest';
import { applies, assumedPlan } from '../../../src/checks/applies';
import { known, unknown } from '../../../src/core/known';
import { reason } from '../../../src/core/reason';
import type {
  AppliesTo,
  FlowTemplate,
  RemoteTemplate,
  RequirementKind,
} from '../../../src/requirements/requirement';
import { buildPlan, unreadFact, type PlanSpec } from './model-builder';
import { hdInsightPlan } from './target-builder';

const everybody: AppliesTo = {
  kinds: ['cluster', 'instance'],
  publicIp: 'any',
  workspace: 'any',
  clouds: ['public'],
  network: 'own',
  clusterType: 'any',
};

const flowsTo = (...remotes: RemoteTemplate[]): RequirementKind => ({
  is: 'flows',
  flows: remotes.map((remote): FlowTemplate => ({
    direction: 'Outbound',
    protocol: 'TCP',
    ports: ['443'],
    remote,
    writeProtocol: 'Tcp',
    preflightByText: false,
    ruleName: 'Allow-It',
  })),
});
const tag = (name: string): RemoteTemplate => ({ is: 'tag', tag: name, scope: 'none' });

const concerns = (to: Partial<AppliesTo>, plan: PlanSpec = {}, what: RequirementKind = flowsTo()) =>
  applies({ appliesTo: { ...everybody, ...to }, what }, buildPlan(plan));
const no = (key: string, values?: Record<string, string | readonly string[]>) => ({
  is: 'no',
  because: reason(key, values),
});
const assumed = (key: string) => ({ is: 'assumed', assumptions: [reason(key)] });

describe('applicability of a requirement', () => {
  it('names the tags that another cloud doesn’t have, and no other far side', () => {
    const endpoints: RemoteTemplate = { is: 'private-endpoints', groups: ['blob'] };
    const flows = flowsTo(tag('Storage'), endpoints, tag('AzureFrontDoor.FirstParty'));
    expect(concerns({}, { cloud: 'china' }, flows)).toEqual(
      no('check.otherCloud', { tag: ['Storage', 'AzureFrontDoor.FirstParty'], cloud: 'china' }),
    );
    expect(concerns({}, { cloud: 'china' }, { is: 'setting', setting: 'nat-used' })).toEqual(
      no('check.otherCloud', { tag: [], cloud: 'china' }),
    );
  });

  it('names the kind that needs it, or reports that this kind doesn’t', () => {
    expect(concerns({ kinds: ['instance'] })).toEqual(no('check.otherKind.instance'));
    expect(concerns({ kinds: ['cluster'] }, { kind: known('instance') })).toEqual(
      no('check.otherKind.cluster'),
    );
    expect(concerns({}, { kind: known('hdinsight') })).toEqual(no('check.otherKind.several'));
  });

  it('is assumed for an unknown kind if only one kind needs it', () => {
    const kind = unreadFact;
    expect(concerns({ kinds: ['instance'] }, { kind })).toEqual(assumed('check.assume.kind.instance'));
    expect(concerns({ kinds: ['hdinsight', 'cluster'] }, { kind })).toEqual(
      assumed('check.assume.kind.cluster'),
    );
    expect(concerns({}, { kind })).toEqual({ is: 'yes' });
  });

  it('is assumed for an unknown workspace if only private link needs it', () => {
    const to = { workspace: 'private-link' } as const;
    expect(concerns(to, { workspace: unreadFact })).toEqual(assumed('check.assume.privateLink'));
    expect(concerns(to)).toEqual(no('check.onlyPrivateLink'));
    expect(concerns(to, { privateLink: true })).toEqual({ is: 'yes' });
  });

  it('is assumed for an unknown HDInsight cluster type if only Kafka needs it', () => {
    const to = { kinds: ['hdinsight'], clusterType: 'Kafka' } as const;
    expect(concerns(to, hdInsightPlan({ clusterType: unreadFact }))).toEqual(assumed('check.assume.kafka'));
    expect(concerns(to, hdInsightPlan())).toEqual(no('check.onlyKafka'));
    expect(concerns(to, hdInsightPlan({ clusterType: known('KAFKA') }))).toEqual({ is: 'yes' });
  });
});

describe('the plan that a requirement assumes for unknown values', () => {
  const taken = (publicIp: AppliesTo['publicIp'], plan: PlanSpec) =>
    assumedPlan({ ...everybody, publicIp }, buildPlan(plan)).publicIp;
  const why = unknown(reason('unknown.parameter', { name: 'ip' }));

  it('has the public IP that the requirement applies to', () => {
    expect(taken('with', { publicIp: why })).toEqual(known(true));
    expect(taken('without', { publicIp: why })).toEqual(known(false));
  });

  it('keeps known values, and leaves values unknown that the requirement doesn’t depend on', () => {
    expect(taken('with', { publicIp: known(false) })).toEqual(known(false));
    expect(taken('without', { publicIp: known(true) })).toEqual(known(true));
    expect(taken('any', { publicIp: why })).toEqual(why);
  });

  it('has the kind that the requirement applies to', () => {
    const kindOf = (kinds: AppliesTo['kinds'], kind: PlanSpec['kind']) =>
      assumedPlan({ ...everybody, kinds }, buildPlan(kind ? { kind } : {})).kind;
    expect(kindOf(['instance'], why)).toEqual(known('instance'));
    expect(kindOf(['cluster', 'instance'], why)).toEqual(why);
    expect(kindOf(['instance'], known('cluster'))).toEqual(known('cluster'));
  });
});
