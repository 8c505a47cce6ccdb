import { expect, test } from 'vitest';
import { buildRequest } from '../../../src/checks/request/build-request';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { statusOf, type CheckResult } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import { sameId } from '../../../src/core/network/find';
import type { NetworkModel, Route, SecurityRule } from '../../../src/core/network/model';
import {
  ownerRequests,
  type NetworkRequest,
  type OwnerRequest,
  type RequestFlow,
} from '../../../src/core/network-request';
import type { PlanToCheck } from '../../../src/core/plan';
import { firewallRulesOf } from '../../../src/plans/request/firewall-rules';
import { caseCount } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { firewall, firewallRule } from '../../support/firewalls';
import { seeded } from '../../support/random';
import { buildModel, buildPlan, facts, modelNetworkId, type NetworkSpec } from './model-builder';

const address = '10.40.1.4';
const tags = [
  'AzureMachineLearning',
  'BatchNodeManagement.WestEurope',
  'Storage.WestEurope',
  'AzureActiveDirectory',
  'Internet',
  'VirtualNetwork',
  '*',
];
const ports = ['443', '80', '80,443', '445', '5831', '*', '44224'];

type Random = ReturnType<typeof seeded>;

function someRules(random: Random): readonly string[] {
  return Array.from({ length: random.below(6) }, (_, at) => {
    const isOut = random.below(3) > 0;
    const access = random.pick(['Allow', 'Deny', 'Deny']);
    const protocol = random.pick(['Tcp', 'Udp', '*']);
    const far = random.pick(tags);
    const sides = isOut ? `*>${far}` : `${far}>*`;
    return `${isOut ? 'out' : 'in'} ${100 + at * 10} ${access} ${protocol} ${sides} ${random.pick(ports)} r${String(at)}`;
  });
}

function someFirewall(random: Random) {
  const rules = Array.from({ length: random.below(3) }, (_, at) =>
    random.below(2) === 0
      ? `net N${String(at)} TCP,UDP *>${random.pick(tags.slice(0, 4))}:${random.pick(['443', '445', '5831'])}`
      : `app A${String(at)} *>${random.pick(['*.azureml.ms', 'management.azure.com', 'mcr.microsoft.com'])} https:443`,
  );
  const net = rules.filter((one) => one.startsWith('net'));
  const app = rules.filter((one) => one.startsWith('app'));
  return firewall(
    {
      ...(net.length > 0 ? { 'net 200 Allow': net } : {}),
      ...(app.length > 0 ? { 'app 300 Allow': app } : {}),
    },
    { networkId: modelNetworkId, addresses: known([address]) },
  );
}

function someNetwork(random: Random): NetworkSpec {
  const hops = ['internet', 'none', `appliance ${address}`, 'appliance 10.40.1.5'];
  const routes = Array.from(
    new Set(Array.from({ length: random.below(4) }, () => random.pick(['0.0.0.0/0', ...tags.slice(0, 3)]))),
    (to) => `${to} ${random.pick(hops)}`,
  );
  return {
    rules: random.pick([null, someRules(random), someRules(random), ['out 4096 Deny * *>* * Deny-All']]),
    routes: random.below(3) === 0 ? null : routes,
    nat: random.pick([null, 1]),
    firewalls: random.below(2) === 0 ? [] : [someFirewall(random)],
    hasGateway: random.below(5) === 0,
  };
}

interface Case {
  readonly plan: PlanToCheck;
  readonly spec: NetworkSpec;
  readonly model: NetworkModel;
  readonly results: readonly CheckResult[];
  readonly request: NetworkRequest;
}

const plans = [buildPlan({}), buildPlan({ publicIp: known(false), privateLink: true })];
const cases = Array.from({ length: caseCount(200, 600, 1500) }, (_, seed): readonly [string, Case] => {
  const random = seeded(seed + 1);
  const spec = someNetwork(random);
  const [plan, model] = [random.pick(plans), buildModel(spec)];
  const results = checkSubnet(model, plan, facts);
  return [JSON.stringify(spec), { plan, spec, model, results, request: requestFor(model, plan)! }];
});

function requestFor(model: NetworkModel, plan: PlanToCheck): NetworkRequest | undefined {
  return buildRequest({ model, plan, facts, readAt: null });
}

function flowOf({ flows }: NetworkRequest, id: string): RequestFlow | undefined {
  return flows.find(({ requirement }) => requirement === id);
}

function isAllowed({ outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'fine';
}

test('allowed flows aren’t requested', async () => {
  const failures = await failuresIn(cases, ({ results, request }) => {
    const fine = new Set(results.filter(isAllowed).map(({ requirement }) => requirement));
    for (const { flows, settings, owner } of ownerRequests(request)) {
      expect(flows.filter((one) => fine.has(one.requirement) && owner.layer !== 'private-dns')).toEqual([]);
      expect(settings.filter((one) => fine.has(one.requirement))).toEqual([]);
      for (const { layers } of flows) expect(['blocked', 'unknown']).toContain(layers[owner.layer]?.is);
    }
  });
  expect(failures).toEqual([]);
});

test('failed and unknown flows are requested in the layer that decides', async () => {
  const failures = await failuresIn(cases, ({ results, request }) => {
    for (const result of results) {
      const flow = flowOf(request, result.requirement);
      if (!flow) continue;
      const { outcome } = result;
      const layers = Object.keys(flow.owners);
      expect([result.requirement, outcome.is, layers]).toEqual([
        result.requirement,
        outcome.is,
        expect.arrayContaining([...decidingLayer(outcome)]) as string[],
      ]);
    }
  });
  expect(failures).toEqual([]);
});

function decidingLayer(outcome: CheckResult['outcome']): readonly string[] {
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return [{ rule: 'nsg', route: 'route-table', 'firewall-rule': 'firewall' }[outcome.by.kind]];
    case 'reply-lost':
      return ['route-table'];
    case 'no-outbound-access':
      return ['outbound-access'];
    case 'forwarded':
      return ['firewall'];
    default:
      return [];
  }
}

test('only layers that were read block or allow: everything behind an NVA is unknown', async () => {
  const failures = await failuresIn(cases, ({ request }) => {
    for (const { layers } of request.flows) {
      const route = layers['route-table'];
      if (route?.is !== 'passes-on' || route.route.nextHopAddress !== '10.40.1.5') continue;
      expect(layers.firewall?.is).toBe('unknown');
    }
  });
  expect(failures).toEqual([]);
});

test('a flow passes each layer in which the request was applied', async () => {
  const failures = await failuresIn(cases, ({ plan, model, request }) => {
    for (const one of ownerRequests(request)) {
      const changed = applied(model, one);
      if (!changed) continue;
      const after = requestFor(changed, plan)!;
      for (const { requirement } of one.flows) {
        const flow = flowOf(after, requirement);
        expect([requirement, one.owner.layer, flow?.layers[one.owner.layer]?.is]).not.toContain('blocked');
      }
    }
  });
  expect(failures).toEqual([]);
});

/** Applies the request for one owner to the model. Undefined if it isn't a rule or route of the model. */
function applied(model: NetworkModel, one: OwnerRequest): NetworkModel | undefined {
  switch (one.owner.layer) {
    case 'nsg':
      return withRules(model, one);
    case 'route-table':
      return withRoutes(model, one);
    case 'firewall':
      return one.owner.firewall === 'azure' ? withFirewallRules(model, one) : undefined;
    case 'outbound-access':
      return withGateway(model);
    default:
      return undefined;
  }
}

function withRules(model: NetworkModel, { owner, flows }: OwnerRequest): NetworkModel | undefined {
  const id = owner.id;
  if (id === null) return undefined;
  const rules = flows
    .filter(({ layers }) => layers.nsg?.is === 'blocked')
    .flatMap((flow) => (flow.isBothWays ? [flow, { ...flow, direction: otherWay(flow) }] : [flow]))
    .map((flow, index): SecurityRule => ({
      name: `asked-${String(index)}`,
      priority: known(1 + index),
      direction: known(flow.direction),
      access: known('Allow'),
      protocol: known(({ TCP: 'Tcp', UDP: 'Udp', Any: '*' } as const)[flow.protocol]),
      sources: known(flow.direction === 'Outbound' ? ['10.40.4.0/26'] : flow.remotes),
      destinations: known(flow.direction === 'Outbound' ? flow.remotes : ['10.40.4.0/26']),
      sourcePorts: known(['*']),
      destinationPorts: known(flow.ports),
      sourceApplicationGroups: [],
      destinationApplicationGroups: [],
      index: -1 - index,
    }));
  return {
    ...model,
    securityGroups: model.securityGroups.map((group) =>
      sameId(group.id, id) && group.rules.known
        ? { ...group, rules: known([...rules, ...group.rules.value]) }
        : group,
    ),
  };
}

function otherWay({ direction }: RequestFlow): RequestFlow['direction'] {
  return direction === 'Outbound' ? 'Inbound' : 'Outbound';
}

function withRoutes(model: NetworkModel, { owner, flows }: OwnerRequest): NetworkModel | undefined {
  const id = owner.id;
  if (id === null) return undefined;
  const blocked = flows.filter(({ layers }) => layers['route-table']?.is === 'blocked');
  const destinations = [...new Set(blocked.flatMap(({ remotes }) => remotes))];
  const routes = destinations.map((destination, index): Route => ({
    name: `asked-${String(index)}`,
    destination: known(destination),
    nextHop: known('Internet'),
    nextHopAddress: known(null),
    index: -1 - index,
  }));
  const isReplaced = ({ destination }: Route): boolean =>
    destination.known && destinations.includes(destination.value);
  return {
    ...model,
    routeTables: model.routeTables.map((table) =>
      sameId(table.id, id) && table.routes.known
        ? { ...table, routes: known([...routes, ...table.routes.value.filter((one) => !isReplaced(one))]) }
        : table,
    ),
  };
}

function withFirewallRules(model: NetworkModel, { flows }: OwnerRequest): NetworkModel {
  const { network, application } = firewallRulesOf(flows);
  const protocols = { TCP: 'TCP', UDP: 'UDP', Any: 'Any' } as const;
  const net = network.map(
    ({ protocol, ports: to, destinations }, at) =>
      `net N${String(at)} ${protocols[protocol]} *>${destinations.join()}:${to.join()}`,
  );
  const app = application.map(
    ({ protocols: all, fqdns }, at) =>
      `app A${String(at)} *>${fqdns.join()} ${all.map(({ type, port }) => `${type.toLowerCase()}:${String(port)}`).join()}`,
  );
  const added = [
    ...(net.length > 0 ? [['asked-net', 101, net] as const] : []),
    ...(app.length > 0 ? [['asked-app', 102, app] as const] : []),
  ].map(([name, priority, rules]) => ({
    name,
    priority: known(priority),
    access: known('Allow' as const),
    rules: known(rules.map(firewallRule)),
  }));
  return {
    ...model,
    firewalls: model.firewalls.map((one) => ({
      ...one,
      policies: one.policies.known
        ? known(
            one.policies.value.map((policy) => ({
              ...policy,
              groups: policy.groups.known
                ? known([
                    { id: 'asked', name: 'asked', priority: known(100), collections: known(added) },
                    ...policy.groups.value,
                  ])
                : policy.groups,
            })),
          )
        : one.policies,
    })),
  };
}

function withGateway(model: NetworkModel): NetworkModel {
  const { natGateways } = buildModel({ nat: 1 });
  const [nat] = natGateways;
  return {
    ...model,
    natGateways,
    virtualNetworks: model.virtualNetworks.map((network) => ({
      ...network,
      subnets: network.subnets.map((subnet) => ({ ...subnet, natGateway: known(nat?.id ?? null) })),
    })),
  };
}

test('the networks have each kind of result', () => {
  const all = new Set(cases.flatMap(([, { request }]) => request.flows.map(decisionsOf)));
  expect([...all].sort()).toEqual([
    'allowed',
    'blocked firewall-rule',
    'blocked route',
    'blocked rule',
    'forwarded',
    'no-outbound-access',
    'partly-blocked firewall-rule',
    'partly-blocked rule',
    'reply-lost',
    'unknown',
  ]);
});

function decisionsOf({ result: { outcome } }: RequestFlow): string {
  return outcome.is === 'blocked' || outcome.is === 'partly-blocked'
    ? `${outcome.is} ${outcome.by.kind}`
    : outcome.is;
}
