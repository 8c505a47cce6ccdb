import { expect, test } from 'vitest';
import { known, mapKnown } from '../../../../src/core/known';
import type { NetworkModel, SecurityRule, Subnet } from '../../../../src/core/network/model';
import { everyPacketFails, isAllowed, reach, type ReachQuery } from '../../../../src/core/reach/reach';
import { caseCount } from '../../../support/case-count';
import { parseRule } from '../../../support/networks';
import { randomCase, randomCatalog, type Random, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

/** Prefixes inside and outside of those that the random rules name. */
const prefixes = ['10.1.2.0/24', '10.1.2.0/25', '10.1.2.128/25', '10.1.3.0/24', '10.1.4.0/26', '20.0.3.8/29'];

/** Rules for every address of the subnet, as most NSGs have, after one that blocks a part of them, all, or none. */
function withWideRules(model: NetworkModel, random: Random): NetworkModel {
  const named = random.pick(['*', 'VirtualNetwork', '10.1.2.0/25', '10.1.2.0/25', '10.9.0.0/16']);
  const first = parseRule(`Deny Outbound 100 Tcp ${named}>*:${random.pick(['*', '443'])}`);
  const wide = (rules: readonly SecurityRule[]): SecurityRule[] => [
    ...(random.below(2) === 0 ? [first] : []),
    ...rules.map((rule) => {
      const isOutbound = rule.direction.known && rule.direction.value === 'Outbound';
      return { ...rule, ...(isOutbound ? { sources: known(['*']) } : { destinations: known(['*']) }) };
    }),
  ];
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) => ({ ...one, adminRules: known([]) })),
    securityGroups: model.securityGroups.map((one) => ({ ...one, rules: mapKnown(one.rules, wide) })),
  };
}

/** Subnets that differ in name and prefix, and sometimes in another part. */
function withSubnets(model: NetworkModel, random: Random): NetworkModel {
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((network) => ({
      ...network,
      subnets: [
        ...network.subnets,
        ...network.subnets.flatMap((one) =>
          Array.from({ length: 4 }, (_, at) => otherSubnet(one, at, random)),
        ),
      ],
    })),
  };
}

function otherSubnet(subnet: Subnet, at: number, random: Random): Subnet {
  const { effectiveRoutes, ...plain } = subnet;
  return {
    ...plain,
    id: `${subnet.id}-${at}`,
    name: `${subnet.name}-${at}`,
    addressPrefixes: known([random.pick(prefixes)]),
    ...(random.below(4) === 0 ? { defaultOutboundAccess: known(random.pick([true, false])) } : {}),
    ...(random.below(6) === 0 ? { serviceEndpoints: known(['Microsoft.Storage']) } : {}),
    ...(random.below(8) === 0 ? { securityGroup: known(null) } : {}),
    ...(random.below(8) === 0 ? { routeTable: known(null) } : {}),
    ...(effectiveRoutes && random.below(4) === 0 ? { effectiveRoutes } : {}),
  };
}

/** Returns what a query finds, without packets, traces, shares, and assumptions. */
function outcomesOf(question: ReachQuery): object {
  const { outcome, blocked } = reach(question);
  return {
    outcome,
    blocked: blocked.map(({ protocol, ports, ranges }) => ({ protocol, ports, ranges })),
    isAllowed: isAllowed(question),
    isFailing: everyPacketFails(question),
  };
}

function questionOf({ nic, flow, publicIp }: RandomCase, subnet: Subnet, model: NetworkModel): ReachQuery {
  return {
    model,
    subnetId: subnet.id,
    tags: randomCatalog,
    publicIp: known(publicIp),
    flow,
    ...(nic ? { networkInterfaceGroup: known(nic) } : {}),
  };
}

test('outcomes that subnets share are those of each subnet alone', () => {
  const rounds = caseCount(40, 800);
  const random = seeded(20261201);
  let same = 0;
  for (let round = 0; round < rounds; round += 1) {
    const one = randomCase(random);
    const flows = [one.flow, randomCase(random).flow, { ...one.flow, locals: ['10.1.2.200', '10.1.3.9'] }];
    const wide = round % 2 === 0 ? withWideRules(one.model, random) : one.model;
    const model = withSubnets(wide, random);
    const subnets = model.virtualNetworks.flatMap((network) => network.subnets);
    for (const flow of flows) {
      const found = subnets.map((subnet) => {
        const together = questionOf({ ...one, flow }, subnet, model);
        // Nothing is shared with another model.
        const alone = questionOf({ ...one, flow }, subnet, structuredClone(model));
        const shared = { ...together, outcomeOnly: true as const };
        expect(outcomesOf(shared), JSON.stringify({ round, flow, subnet })).toEqual(outcomesOf(alone));
        return reach(shared);
      });
      same += found.length - new Set(found).size;
    }
  }
  // Subnets do share outcomes; otherwise nothing would be compared.
  expect(same).toBeGreaterThan(rounds);
});
