import { describe, expect, it } from 'vitest';
import { onlyByDefault } from '../../../../src/checks/fixes/deny-other-outbound';
import { findFix, type TestedFix } from '../../../../src/checks/fixes/find-fix';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { summarize } from '../../../../src/checks/summary';
import { reach } from '../../../../src/core/reach/reach';
import { known } from '../../../../src/core/known';
import type { NetworkModel } from '../../../../src/core/network/model';
import { buildModel, buildPlan, facts, subnetIdOf, type NetworkSpec, type PlanSpec } from '../model-builder';

interface Closed {
  readonly model: NetworkModel;
  readonly ids: readonly string[];
  readonly found: TestedFix | undefined;
}

function close(network: NetworkSpec, plan: PlanSpec = {}): Closed {
  const model = buildModel(network);
  const input = { model, plan: buildPlan(plan), facts };
  const ids = onlyByDefault(checkSubnet(model, input.plan, facts));
  return { model, ids, found: findFix(input, ids, { deniesOtherOutbound: true }) };
}

const rulesOf = (found: TestedFix | undefined) =>
  found?.fix.changes.flatMap((one) => (one.type === 'rule' && one.after ? [one.after] : [])) ?? [];

/** Returns the outcome of TCP 443 from the subnet to a service without a requirement. */
function leaves(model: NetworkModel, subnet = 'snet-training'): string {
  const flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['20.0.0.0/8'] } as const;
  return reach({ model, subnetId: subnetIdOf(subnet), tags: facts.tags, publicIp: known(false), flow })
    .outcome.is;
}

describe.each([
  ['an NSG without rules', { rules: [] }],
  ['no NSG', { rules: null }],
] satisfies [string, NetworkSpec][])('%s', (_, network) => {
  const { model, ids, found } = close(network);

  it('gets a rule for each required flow, and one that denies the rest last', () => {
    expect(ids).toContain('outbound-batch-443');
    expect(ids.length).toBeGreaterThan(8);
    const rules = rulesOf(found);
    const deny = rules.find((one) => one.access === 'Deny');
    expect(deny).toMatchObject({ priority: 4096, destinations: ['Internet'], destinationPorts: ['*'] });
    expect(rules.filter((one) => one.access === 'Allow').every((one) => one.priority < 4096)).toBe(true);
    expect(found?.fix).toMatchObject({ effect: 'closes', opens: [] });
    expect(found?.fix.closes[0]).toMatchObject({ direction: 'Outbound', remote: 'Internet', ports: 'any' });
  });

  it('leaves no flow to a default rule, makes nothing worse, and closes the internet', () => {
    expect(found ? onlyByDefault(found.after) : ids).toEqual([]);
    const before = summarize(checkSubnet(model, buildPlan({}), facts));
    expect(found && summarize(found.after)).toMatchObject({ errors: before.errors, unknown: before.unknown });
    expect(leaves(model)).toBe('allowed');
    expect(found && leaves(applyFix(model, found.fix))).toMatch(/blocked$/);
  });
});

it('in a shared NSG closes this subnet alone', () => {
  const { model, found } = close({ rules: [], sharedWith: ['snet-scoring'] });
  const after = found ? applyFix(model, found.fix) : model;
  expect(rulesOf(found).find((one) => one.access === 'Deny')?.sources).toEqual(['10.40.4.0/26']);
  expect([leaves(after), leaves(after, 'snet-scoring')]).toEqual(['partly-blocked', 'allowed']);
});

it('uses the last free priority, after every rule that it writes', () => {
  const { found } = close({
    rules: ['out 4096 Allow Udp *>* 9999 Last', 'out 4095 Allow Udp *>* 9998 Before'],
  });
  const rules = rulesOf(found);
  expect(rules.find((one) => one.access === 'Deny')?.priority).toBe(4094);
  expect(Math.max(...rules.filter((one) => one.access === 'Allow').map((one) => one.priority))).toBeLessThan(
    4094,
  );
});

it('isn’t offered if the NSG wasn’t read', () => {
  expect(close({ rules: 'unread' }).found).toBeUndefined();
});
