import { describe, expect, it } from 'vitest';
import { findingChecks } from '../../../../src/checks/findings/finding-catalog';
import { findingsOfSubnet } from '../../../../src/checks/findings/findings-of';
import { fixOfFinding } from '../../../../src/checks/findings/fix-of-finding';
import type { Fix } from '../../../../src/core/fix';
import type { ResourceChange } from '../../../../src/core/resource-change';
import { messagesIn } from '../../../support/messages-in';
import { formatReason } from '../../../../src/wording/reason-text';
import { known } from '../../../../src/core/known';
import { buildModel, buildPlan, facts, tableId, modelSecurityGroupId, unreadFact } from '../model-builder';
import { findingCases, type FindingCase } from './finding-cases';

function changeText(change: ResourceChange): readonly string[] {
  const { type, before, after } = change;
  if (type !== 'rule' && type !== 'route') return [type];
  const removed = before ? [`remove ${before.name}`] : [];
  if (!after) return removed;
  if (type === 'route') return [...removed, `insert ${after.name} ${after.destination} ${after.nextHop}`];
  const { name, priority, access, sources, destinations } = after;
  return [...removed, `insert ${name} ${priority} ${access} ${sources.join()}>${destinations.join()}`];
}

function fixText(fix: Fix | undefined): string {
  return fix ? `${fix.effect}: ${fix.changes.flatMap(changeText).join(', ')}` : 'none';
}

function found(check: string, { network, plan }: FindingCase) {
  const input = { model: buildModel(network), plan: buildPlan(plan), facts };
  const all = findingsOfSubnet(input.model, input.plan, input.facts);
  return all
    .filter((one) => one.check === check)
    .map((one) => ({
      states: `${one.severity} ${formatReason(messagesIn('en'), one.text)}`,
      fix: fixText(fixOfFinding(input, one)),
    }));
}

const each = Object.entries(findingCases).flatMap(([id, { reports, quiet }]) => [
  ...reports.map((one) => [id, one.states ?? '', one] as const),
  ...quiet.map((one) => [id, 'stays quiet', one] as const),
]);

describe('every check of NSGs and route tables', () => {
  it('has cases that report and cases that don’t', () => {
    expect(Object.keys(findingCases).sort()).toEqual(findingChecks.map((one) => one.id).sort());
  });

  it.each(each)('%s: %s', (id, _says, one) => {
    const { states, fix } = one;
    expect(found(id, one)).toEqual(states === undefined ? [] : [{ states, fix }]);
  });

  it('has a fix in some case exactly if the catalog says so', () => {
    const fixed = Object.entries(findingCases).flatMap(([id, { reports }]) =>
      reports.some((one) => one.fix !== 'none') ? [id] : [],
    );
    expect(fixed.sort()).toEqual(findingChecks.flatMap(({ id, fixable }) => (fixable ? [id] : [])).sort());
  });
});

describe('findings', () => {
  const nicRule = 'in 99 Allow Tcp *>* 22 C';
  const model = buildModel({
    rules: ['out 100 Allow Tcp *>Storag 443 A', 'out 100 Allow Tcp *>Sql 1433 B'],
    routes: ['Storag internet'],
    nicRules: [nicRule],
  });

  it('refer to the rule or route, and to the one that causes them', () => {
    const all = findingsOfSubnet(model, buildPlan(), facts);
    const duplicate = all.find((one) => one.check === 'duplicate-priority');
    const rule = { what: 'rule', resource: modelSecurityGroupId, resourceName: 'nsg-training' } as const;
    expect(duplicate?.place).toEqual({ ...rule, name: 'B', index: 1 });
    expect(duplicate?.because).toEqual([{ ...rule, name: 'A', index: 0 }]);
    expect(all.filter((one) => one.place.what === 'route').map((one) => one.place.resource)).toEqual([
      tableId,
    ]);
  });

  it('of a subnet are those of its NSGs and route tables', () => {
    const own = findingsOfSubnet(model, buildPlan(), facts);
    const withItsRule = findingsOfSubnet(buildModel({ rules: [nicRule] }), buildPlan(), facts);
    expect(withItsRule.map((one) => one.place.name)).toContain('C');
    expect(own.map((one) => one.place.name)).not.toContain('C');
    expect(own).toHaveLength(3);
  });

  it('are empty if nothing was read', () => {
    const unread = buildModel({ rules: 'unread', routes: 'unread' });
    expect(findingsOfSubnet(unread, buildPlan(), facts)).toEqual([]);
  });

  it('have an assumption and no removal if other users of the NSG are unknown', () => {
    const rules = ['out 100 Deny * *>Internet * Net', 'out 200 Allow Tcp *>AzureMachineLearning 443 A'];
    const unread = buildModel({ rules, usersUnread: true });
    const input = { model: unread, plan: buildPlan(), facts };
    const [unused] = findingsOfSubnet(unread, buildPlan(), facts);
    expect(unused).toMatchObject({
      check: 'contradicted-security-rule',
      assumptions: [{ key: 'finding.assumed.users', values: { group: 'nsg-training' } }],
    });
    expect(unused && fixOfFinding(input, unused)).toBeUndefined();
    // The second of two equal rules never matches, in any subnet of the NSG.
    const twice = buildModel({
      rules: rules.map((one) => one.replace('Internet', 'AzureMachineLearning')),
      usersUnread: true,
    });
    const [alike] = findingsOfSubnet(twice, buildPlan(), facts);
    expect(alike?.assumptions).toEqual([]);
    expect(alike && fixOfFinding({ ...input, model: twice }, alike)?.effect).toBe('none');
    const elsewhere = buildModel({
      rules: ['out 100 Allow Tcp *>Storage.NorthEurope 443 A'],
      usersUnread: true,
    });
    expect(findingsOfSubnet(elsewhere, buildPlan(), facts)).toMatchObject([
      { check: 'wrong-region-tag', assumptions: [{ key: 'finding.assumed.users' }] },
    ]);
  });

  it('don’t report a rule that a broader one precedes if Azure ML may need it', () => {
    const broad = 'out 100 Allow * *>* * A';
    const checksOf = (rule: string): readonly string[] => {
      const model = buildModel({ rules: [broad, rule] });
      const [group] = model.securityGroups;
      const rules = group?.rules.known === true ? group.rules.value : [];
      const read = rules.map((one) => (one.name === 'B' ? { ...one, access: unreadFact } : one));
      const securityGroups = model.securityGroups.map((one) =>
        one === group ? { ...one, rules: known(read) } : one,
      );
      const found = findingsOfSubnet({ ...model, securityGroups }, buildPlan(), facts);
      return found.filter((one) => one.place.name === 'B').map((one) => `${one.check} ${one.severity}`);
    };
    expect(checksOf('out 200 Allow Udp *>AzureMachineLearning 5831 B')).toEqual([]);
    expect(checksOf('out 200 Allow Tcp *>203.0.113.0/24 443 B')).toEqual(['contradicted-security-rule info']);
  });

  it('report that a rule is never used, and nothing else about what it would allow', () => {
    const shadowed = buildModel({ rules: ['in 100 Allow * *>* * A', 'in 200 Allow Tcp Internet>* 29876 B'] });
    const all = findingsOfSubnet(shadowed, buildPlan(), facts);
    expect(all.filter((one) => one.place.name === 'B').map((one) => one.check)).toEqual([
      'shadowed-security-rule',
    ]);
  });
});
