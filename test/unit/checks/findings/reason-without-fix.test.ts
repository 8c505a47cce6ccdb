import { expect, it } from 'vitest';
import { findingsOfSubnet } from '../../../../src/checks/findings/findings-of';
import { fixOfFinding } from '../../../../src/checks/findings/fix-of-finding';
import { reasonWithoutFindingFix } from '../../../../src/checks/findings/reason-without-fix';
import type { NetworkModel } from '../../../../src/core/network/model';
import { buildModel, buildPlan, facts, type PlanSpec } from '../model-builder';

/** Returns the reason why the first finding of a check has no fix. */
function whyNot(check: string, model: NetworkModel, plan: PlanSpec = {}): unknown {
  const input = { model, plan: buildPlan(plan), facts };
  const found = findingsOfSubnet(model, input.plan, facts).find((one) => one.check === check);
  if (!found) throw new Error(`no ${check}`);
  expect(fixOfFinding(input, found)).toBeUndefined();
  return reasonWithoutFindingFix(input, found);
}

it('a rule that never matches here may be needed by subnets that weren’t read', () => {
  const rules = ['out 100 Allow * *>Internet 443 A', 'out 200 Allow Tcp *>Sql.WestEurope 443 B'];
  expect(whyNot('shadowed-security-rule', buildModel({ rules, usersUnread: true }))).toEqual({
    key: 'finding.noFix.users',
    values: { group: 'nsg-training' },
  });
});

it('either of two regions may be intended', () => {
  const model = buildModel({ rules: ['out 100 Allow Tcp *>Storage.NorthEurope 443 A'] });
  expect(whyNot('wrong-region-tag', model, { workspaceRegion: 'swedencentral' })).toMatchObject({
    key: 'finding.noFix.regions',
  });
});

it('either of two routes to different next hops may be intended', () => {
  const model = buildModel({ routes: ['20.0.0.0/8 internet', '20.0.0.0/8 none'] });
  expect(whyNot('duplicate-route', model)).toMatchObject({ key: 'finding.noFix.leads' });
});

it('a fix that adds another finding isn’t offered: spelled correctly, the rule would never match', () => {
  const rules = [
    'out 100 Allow Tcp *>AzureMachineLearning 443 A',
    'out 110 Allow Tcp *>AzureMachineLearnin 443 B',
  ];
  expect(whyNot('misspelled-service-tag', buildModel({ rules }))).toEqual({ key: 'finding.noFix.worse' });
});

it('a kind of finding that never has a fix has no reason', () => {
  const model = buildModel({ routes: ['* internet'] });
  expect(whyNot('invalid-route-value', model)).toBeUndefined();
});
