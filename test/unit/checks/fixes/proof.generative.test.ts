import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSubnets } from '../../../../src/checks/compare-subnets';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { findingsOfSubnet, isOfUnused } from '../../../../src/checks/findings/findings-of';
import type { FixInput } from '../../../../src/checks/fixes/fix-input';
import { afterFix } from '../../../../src/checks/fixes/after-fix';
import { asNewRule } from '../../../../src/checks/fixes/to-new-rule';
import { findFix } from '../../../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { known, mapKnown } from '../../../../src/core/known';
import { statusOf, type CheckResult } from '../../../../src/core/check-result';
import { findingKey } from '../../../../src/core/finding';
import { nameOf } from '../../../../src/core/network/find';
import type { Fix } from '../../../../src/core/fix';
import { isCreatedBy, undoOf, type ResourceChange } from '../../../../src/core/resource-change';
import { zoneOf } from '../../../../src/core/service-change';
import { stepsOf } from '../../../support/changes';
import { permissionsOf } from '../../../../src/core/fix-permissions';
import { isIdentifiedByName } from '../../../../src/requirements/requirements';
import { buildModel, buildPlan, facts } from '../model-builder';
import { buildServices } from '../services-builder';
import {
  attachedNetwork,
  attachedPlan,
  arbitraryNetwork,
  arbitraryPlan,
  runs,
  services,
  generatorSettings,
} from './arbitrary-networks';

const grave: Readonly<Record<ReturnType<typeof statusOf>, number>> = {
  fine: 0,
  hidden: 0,
  note: 1,
  unknown: 2,
  open: 3,
};

function rankOf(result: CheckResult | undefined): number {
  return result ? grave[statusOf(result.outcome)] : 0;
}

/**
 * Returns the findings that the fix adds to the NSGs and route tables. A finding of an unused rule that names another
 * rule now isn't new: a route's prefix belongs to `VirtualNetwork` and no longer to `Internet`, so that another rule
 * matches less. Neither is a rule that a new one overrides and that stays: subnets that weren't read may need it, or it
 * couldn't be restored as it was.
 */
function added({ model, plan: wanted }: FixInput, fix: Fix): readonly string[] {
  const found = findingsOfSubnet(model, wanted, facts);
  const before = new Set(found.map(findingKey));
  const unused = found.filter(isOfUnused).map(({ place }) => `${place.resource} ${place.name}`);
  const stays = model.securityGroups
    .flatMap(({ rules }) => (rules.known ? rules.value : []))
    .filter((rule) => asNewRule(rule) === undefined)
    .map(({ name }) => name);
  return findingsOfSubnet(applyFix(model, fix), wanted, facts)
    .filter(({ place }) => !unused.includes(`${place.resource} ${place.name}`))
    .filter(({ assumptions }) => !assumptions.some(({ key }) => key === 'finding.assumed.users'))
    .filter((one) => !isOfUnused(one) || !stays.includes(one.place.name))
    .map(findingKey)
    .filter((key) => !before.has(key));
}

/**
 * Azure sorts rules by priority: a rule that was removed and added again has its old position, wherever it is in the
 * list.
 */
function inAnyOrder({ model, ...rest }: FixInput): unknown {
  const securityGroups = model.securityGroups.map((group) => ({
    ...group,
    rules: mapKnown(group.rules, (rules) =>
      [...rules].sort((a, b) => (a.name < b.name ? -1 : 1)).map((rule) => ({ ...rule, index: 0 })),
    ),
  }));
  return { ...rest, model: { ...model, securityGroups } };
}

const besideIds = [
  'npip-requires-private-endpoint',
  'cluster-cross-region-connectivity',
  'computes-in-pe-vnet',
  'storage-private-endpoint-subresources',
  'keyvault-network',
  'acr-network-placement',
];

/** Names of zones that the fix links to a network which already uses one of that name, or links twice. */
function linkedTwice({ facts: { services: of } }: FixInput, { changes }: Fix): readonly string[] {
  const links = changes.flatMap((one) =>
    one.type === 'zoneLink' && one.after ? [{ zone: zoneOf(one.id), ...one.after }] : [],
  );
  return links
    .map(({ zone, network: id }) => ({ name: nameOf(zone), id }))
    .filter(({ name, id }, at, all) => {
      const asked = of?.zones.found.some(
        (one) => one.name === name && one.linkedNetworks.known && one.linkedNetworks.value.includes(id),
      );
      return asked === true || all.findIndex((one) => one.name === name && one.id === id) < at;
    })
    .map(({ name }) => name);
}

function openIn(all: readonly CheckResult[]): readonly string[] {
  return all.filter((one) => statusOf(one.outcome) === 'open').map((one) => one.requirement);
}

/** Tests the fix of a requirement, if there is one. Returns how many endpoints it creates. */
function proveNextTo(input: FixInput, id: string): number {
  const found = findFix(input, [id]);
  if (!found) return 0;
  const { changes } = found.fix;
  const there = afterFix(input, changes);
  const again = checkSubnet(there.model, there.plan, there.facts);
  expect(again).toEqual(found.after);
  const before = checkSubnet(input.model, input.plan, input.facts);
  for (const one of again) {
    const was = before.find((other) => other.requirement === one.requirement);
    expect(rankOf(one), one.requirement).toBeLessThanOrEqual(borne(was, one, id));
  }
  expect(linkedTwice(input, found.fix)).toEqual([]);
  expect(unsaid(found.fix)).toEqual([]);
  const back = afterFix(there, undoOf(changes));
  expect(inAnyOrder(back)).toEqual(inAnyOrder(input));
  return changes.filter(({ type }) => type === 'endpoint').length;
}

/** Notes that state before the button what a step removes or what Azure bills for it. */
const statedBy: Readonly<Partial<Record<string, readonly string[]>>> = {
  connect: ['endpoint.note.billed'],
  addZone: ['endpoint.note.zoneBilled'],
  create: ['fix.note.gatewayCost', 'fix.note.addressCost'],
  remove: ['fix.note.shadowed'],
  set: ['fix.note.delegation'],
};

/** Returns the steps that remove or bill something without a note about it. */
function unsaid({ changes, notes }: Fix): readonly ResourceChange[] {
  return changes
    .filter((one) => permissionsOf([one]).length > 0)
    .filter((one) =>
      stepsOf({ changes: [one] }).every((step) => !notes.some(({ key }) => statedBy[step.do]?.includes(key))),
    );
}

/**
 * Maximum severity rank afterwards: only a warning may newly fail, for requirements that now apply or for the rest of
 * the fixed row itself.
 */
function borne(was: CheckResult | undefined, one: CheckResult, id: string): number {
  const isNamed = one.requirement === id;
  const isAdvice = (isNamed || was?.outcome.is === 'not-applicable') && one.severity === 'info';
  if (isAdvice) return grave.open;
  return isNamed ? grave.fine : rankOf(was);
}

/** The fix only adds and associates, and its rules don't allow more than is required. */
function expectSafe(fix: Fix): void {
  for (const step of stepsOf(fix)) {
    expect(['insert', 'create', 'associate', 'set', 'remove']).toContain(step.do);
  }
  for (const { type, id: group, after: rule } of fix.changes) {
    if (type !== 'rule' || !rule) continue;
    // Only an NSG that the fix creates may deny anything.
    const isNew = isCreatedBy(fix.changes, group);
    expect(isNew ? 'Allow' : rule.access).toBe('Allow');
    expect(rule.priority).toBeGreaterThanOrEqual(100);
    expect(rule.priority).toBeLessThanOrEqual(4096);
    const inward = rule.direction === 'Inbound' ? rule.sources : [];
    expect(inward.filter((one) => ['*', 'Internet', '0.0.0.0/0'].includes(one))).toEqual([]);
  }
}

describe('a found fix', () => {
  it.each([
    ['for compute that Azure ML creates', arbitraryNetwork, arbitraryPlan, 2],
    ['for attached compute', attachedNetwork, attachedPlan, 1],
  ])(
    '%s is tested: its requirements pass, nothing is worse, and it only allows',
    (_for, networks, plans, fixesEach) => {
      let tested = 0;
      fc.assert(
        fc.property(networks, plans, (networkSpec, planSpec) => {
          const model = buildModel(networkSpec);
          const wanted = buildPlan(planSpec);
          const before = checkSubnet(model, wanted, facts);
          for (const id of openIn(before)) {
            const found = findFix({ model, plan: wanted, facts }, [id]);
            if (!found) continue;
            tested += 1;
            const again = checkSubnet(applyFix(model, found.fix), wanted, facts);
            expect(again).toEqual(found.after);
            expect(rankOf(again.find((one) => one.requirement === id))).toBe(0);
            const denies = found.fix.effect === 'closes';
            // A rule can't name hosts: a fix that denies the internet blocks them too, and states it.
            for (const one of again.filter(
              ({ requirement }) => !denies || !isIdentifiedByName(requirement),
            )) {
              const was = before.find((other) => other.requirement === one.requirement);
              // A note isn't a result: the fix itself states what to confirm with the network team after the internet
              // is denied.
              const least = found.fix.effect === 'closes' ? grave.note : grave.fine;
              expect(rankOf(one), one.requirement).toBeLessThanOrEqual(Math.max(rankOf(was), least));
            }
            expect(unsaid(found.fix)).toEqual([]);
            expect(found.fix.changes.length).toBeGreaterThan(0);
            expect(added({ model, plan: wanted, facts }, found.fix)).toEqual([]);
            expectSafe(found.fix);
          }
        }),
        generatorSettings,
      );
      // Enough fixes per network; otherwise hardly anything was tested.
      expect(tested).toBeGreaterThan(fixesEach * runs);
    },
    1_800_000,
  );

  it('outside of the network is tested too, creates no zone twice, and can be undone exactly', () => {
    let connected = 0;
    fc.assert(
      fc.property(arbitraryNetwork, arbitraryPlan, services, (networkSpec, planSpec, servicesSpec) => {
        const model = buildModel({ ...networkSpec, addressSpace: ['10.40.0.0/21'] });
        const endpoints = planSpec.privateLink === true ? ['pe-elsewhere'] : [];
        const wanted = buildPlan({ ...planSpec, publicIp: known(false) });
        const of = buildServices({ ...servicesSpec, endpoints });
        const input: FixInput = { model, plan: wanted, facts: { ...facts, services: of } };
        const open = openIn(checkSubnet(model, wanted, input.facts));
        for (const id of besideIds.filter((one) => open.includes(one))) connected += proveNextTo(input, id);
      }),
      generatorSettings,
    );
    expect(connected).toBeGreaterThan(runs / 3);
  }, 1_800_000);

  it('never contains two rules of one direction and priority', () => {
    fc.assert(
      fc.property(arbitraryNetwork, arbitraryPlan, (networkSpec, planSpec) => {
        const model = buildModel(networkSpec);
        const wanted = buildPlan(planSpec);
        const open = checkSubnet(model, wanted, facts)
          .filter((one) => statusOf(one.outcome) === 'open')
          .map((one) => one.requirement)
          .filter((id) => id.startsWith('outbound-'));
        const found = findFix({ model, plan: wanted, facts }, open);
        if (!found) return;
        const [group] = applyFix(model, found.fix).securityGroups;
        const places = (group?.rules.known ? group.rules.value : []).map(
          ({ direction, priority }) => `${JSON.stringify(direction)} ${JSON.stringify(priority)}`,
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      generatorSettings,
    );
  }, 1_800_000);
});

describe('the check', () => {
  it('is complete: every requirement of the profile once, whatever is unknown', () => {
    const whole = checkSubnet(buildModel(), buildPlan(), facts).map((one) => one.requirement);
    const parts = ['rules', 'routes', 'endpoints', 'inUse', 'hasGateway'];
    fc.assert(
      fc.property(arbitraryNetwork, fc.subarray(parts), (spec, cut) => {
        const blank = Object.fromEntries(
          cut.map((name) => [name, ['rules', 'routes'].includes(name) ? 'unread' : null]),
        );
        const all = checkSubnet(buildModel({ ...spec, ...blank }), buildPlan(), facts);
        expect(all.map((one) => one.requirement)).toEqual(whole);
      }),
      generatorSettings,
    );
  }, 1_800_000);
});

describe('a single fix', () => {
  it('changes the traffic of no other subnet of a shared NSG, and of a shared route table only where it names that subnet', () => {
    let shared = 0;
    // Flows without an allow rule are denied, so that each requirement needs a rule.
    const sharing = arbitraryNetwork.map((spec) => ({
      ...spec,
      rules: [...(spec.rules === 'unread' ? [] : (spec.rules ?? [])), 'out 4094 Deny * *>* *'],
      sharedWith: ['snet-scoring'],
      usersUnread: false,
    }));
    fc.assert(
      fc.property(sharing, arbitraryPlan, (networkSpec, planSpec) => {
        const model = buildModel(networkSpec);
        const wanted = buildPlan(planSpec);
        const input = { model, plan: wanted, facts };
        for (const id of openIn(checkSubnet(model, wanted, facts))) {
          const fix = findFix(input, [id], { keepsShadowedRules: true })?.fix;
          if (!fix) continue;
          const changed = othersChanged(input, fix);
          const isOfRules = fix.changes.every(({ type, after }) => type === 'rule' && after !== null);
          if (isOfRules) expect(changed, id).toEqual([]);
          expect(fix.alsoUsedBy).toEqual(expect.arrayContaining([...changed]));
          if (isOfRules && fix.alsoUsedBy.length > 0) shared += 1;
        }
      }),
      generatorSettings,
    );
    expect(shared).toBeGreaterThan(runs / 4);
  }, 1_800_000);
});

/** Returns the other subnets in which any packet has a different result after a fix. */
function othersChanged({ model, plan: wanted }: FixInput, fix: Fix): readonly string[] {
  const after = applyFix(model, fix);
  return model.virtualNetworks
    .flatMap(({ subnets }) => subnets)
    .map(({ id }) => id)
    .filter((id) => id !== wanted.subnetId)
    .filter((subnetId) => {
      const there = { model: after, plan: { ...wanted, subnetId }, facts };
      const { opens, closes } = compareSubnets({ model, subnetId }, there);
      return opens.length + closes.length > 0;
    });
}
