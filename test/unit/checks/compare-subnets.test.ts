import { expect, test } from 'vitest';
import { compareSubnets } from '../../../src/checks/compare-subnets';
import type { FixInput } from '../../../src/checks/fixes/fix-input';
import { formatPacket, formatParts } from '../../../src/wording/subject-text';
import { messagesIn } from '../../support/messages-in';
import type { NetworkModel } from '../../../src/core/network/model';
import type { FlowChange } from '../../../src/core/reach/compare';
import { known, mapKnown } from '../../../src/core/known';
import { firewall } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  unreadFact,
  modelSubscription,
  type NetworkSpec,
} from './model-builder';

const say = messagesIn('en');
const denyAll = 'out 4096 Deny * *>* * Deny-All';

const state = (spec: NetworkSpec): FixInput => ({ model: buildModel(spec), plan: buildPlan({}), facts });

const compared = (before: FixInput, after: FixInput) =>
  compareSubnets({ model: before.model, subnetId: before.plan.subnetId ?? '' }, after);

const reported = ({ direction, parts, by, packet }: FlowChange) => [
  `${direction} ${formatParts(say, parts)}`,
  by?.name,
  formatPacket(say, packet),
];

test('every packet counts, whether a requirement needs it or not', () => {
  const before = state({ rules: [denyAll] });
  const after = state({ rules: ['out 200 Allow Tcp *>192.0.2.0/24 8443 Partner', denyAll] });
  const { opens, closes, outcomes } = compared(before, after);
  expect(opens.map(reported)).toEqual([
    ['Outbound TCP 8443', 'Partner', 'TCP 10.40.4.4 → 192.0.2.10 port 8443'],
  ]);
  expect(closes).toEqual([]);
  expect(outcomes).toEqual([]);
  const back = compared(after, before);
  expect(back.opens).toEqual([]);
  expect(back.closes.map(reported)).toEqual([
    ['Outbound TCP 8443', 'Deny-All', 'TCP 10.40.4.4 → 192.0.2.10 port 8443'],
  ]);
});

// Network security groups overview, Azure platform considerations, 2025-07-15: no NSG filters 168.63.129.16 and
// 169.254.169.254, unless a rule names them by their service tags.
test.each([
  ['metadata, outward', 'out 200 Allow * *>169.254.169.254 * Platform', []],
  ['metadata, inward', 'in 200 Allow * 169.254.169.254>* * Platform', []],
  ['the host, outbound', 'out 200 Allow * *>168.63.129.16 * Platform', []],
  ['a neighboring address', 'out 200 Allow * *>168.63.129.17 * Platform', ['168.63.129.17']],
  ['metadata by its tag', 'out 200 Allow * *>AzurePlatformIMDS * Platform', ['169.254.169.254']],
  ['the host by its tag', 'out 200 Allow * *>AzurePlatformDNS * Platform', ['168.63.129.16']],
] as const)('platform addresses open and close only by their tags: %s', (_, rule, addresses) => {
  const denied = [denyAll, 'in 4096 Deny * *>* * Deny-In'];
  const { opens, closes } = compared(state({ rules: denied }), state({ rules: [rule, ...denied] }));
  expect(opens.map(({ packet }) => packet.destination)).toEqual(addresses);
  expect(closes).toEqual([]);
});

test('a tag with surrounding blanks is that tag', () => {
  const withBlanks = (model: NetworkModel): NetworkModel => ({
    ...model,
    securityGroups: model.securityGroups.map((group) => ({
      ...group,
      rules: mapKnown(group.rules, (rules) =>
        rules.map((one) => ({
          ...one,
          destinations: mapKnown(one.destinations, (all) => all.map((text) => ` ${text} `)),
        })),
      ),
    })),
  });
  const before = state({ rules: [denyAll] });
  const after = state({ rules: ['out 200 Allow * *>AzurePlatformIMDS * Platform', denyAll] });
  const { opens } = compared(before, { ...after, model: withBlanks(after.model) });
  expect(opens.map(({ packet }) => packet.destination)).toEqual(['169.254.169.254']);
});

test('load balancer probes come from the host, and NSGs filter them', () => {
  const denied = 'in 4096 Deny * *>* * Deny-In';
  const probes = 'in 200 Allow * AzureLoadBalancer>* * Probes';
  const { opens } = compared(state({ rules: [denied] }), state({ rules: [probes, denied] }));
  expect(opens.map(({ packet }) => packet.source)).toEqual(['168.63.129.16']);
});

test('opened inbound flows count too', () => {
  const { opens } = compared(
    state({ rules: [] }),
    state({ rules: ['in 200 Allow Tcp 192.0.2.0/24>* 22 Partner'] }),
  );
  expect(opens.map(reported)).toEqual([['Inbound TCP 22', 'Partner', 'TCP 192.0.2.10 → 10.40.4.4 port 22']]);
});

test('a result differs if its kind does, such as a custom rule instead of a default rule', () => {
  const { outcomes } = compared(
    state({ rules: [] }),
    state({ rules: ['out 200 Allow Tcp *>AzureResourceManager 443 Own'] }),
  );
  const kinds = outcomes.map(({ before, after }) => [after.requirement, before.outcome, after.outcome]);
  expect(kinds).toEqual([
    [
      'outbound-arm-443',
      expect.objectContaining({ is: 'allowed', explicit: false }),
      expect.objectContaining({ is: 'allowed', explicit: true }),
    ],
  ]);
});

test('the same network in another subscription with its workspace meets the same requirements', () => {
  const spec: NetworkSpec = { endpoints: ['pe-ws amlworkspace 10.40.7.4'] };
  const after: FixInput = { model: buildModel(spec), plan: buildPlan({ privateLink: true }), facts };
  const elsewhere = (text: string): string =>
    text.replaceAll(modelSubscription, modelSubscription.replaceAll('1', '2'));
  const model = JSON.parse(elsewhere(JSON.stringify(after.model))) as NetworkModel;
  const subnetId = elsewhere(after.plan.subnetId ?? '');
  expect(compareSubnets({ model, subnetId }, after).outcomes).toEqual([]);
});

test('a subnet in another subscription than its workspace stays so', () => {
  const spec: NetworkSpec = {
    networkId: '/subscriptions/3333/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v',
  };
  const plan = buildPlan({ subnetId: `${spec.networkId}/subnets/snet-training` });
  const after: FixInput = { model: buildModel(spec), plan, facts };
  expect(compared(after, after).outcomes).toEqual([]);
  const { outcomes } = compared(state({}), after);
  expect(outcomes.map(({ after: { requirement } }) => requirement)).toContain('vnet-same-subscription');
});

test.each([
  ['all', ['10.40.4.0/26'], ['10.40.4.0/26']],
  ['all', ['10.40.4.0/27', '10.40.4.32/27'], ['10.40.4.0/26']],
  ['some', ['10.40.4.0/26'], ['10.40.4.0/25']],
  ['none', ['10.40.4.0/26'], ['10.40.5.0/26']],
] as const)('of the addresses of both states, %s are the same', (shared, before, after) => {
  const { addresses } = compared(state({ prefixes: before }), state({ prefixes: after }));
  expect(addresses).toEqual({ shared, before, after });
});

test('unknown addresses of a state aren’t compared', () => {
  const unread = (() => {
    const made = state({});
    const virtualNetworks = made.model.virtualNetworks.map((one) => ({
      ...one,
      subnets: one.subnets.map((each) => ({ ...each, addressPrefixes: unreadFact })),
    }));
    return { ...made, model: { ...made.model, virtualNetworks } };
  })();
  const read = ['10.40.4.0/26'];
  expect(compared(unread, state({})).addresses).toEqual({ shared: 'unknown', before: [], after: read });
  expect(compared(state({}), unread).addresses).toEqual({ shared: 'unknown', before: read, after: [] });
});

test('behind a firewall with rules by host name, each host in either state is compared, and all others', () => {
  const address = '10.40.1.4';
  const behind = (hosts: string): FixInput =>
    state({
      nat: null,
      routes: [`0.0.0.0/0 appliance ${address}`],
      firewalls: [
        firewall(
          { 'app 300 Allow': [`app Hosts *>${hosts} https:443`] },
          { networkId: modelNetworkId, addresses: known([address]) },
        ),
      ],
    });
  const hostsOf = (changes: readonly FlowChange[]) =>
    changes.flatMap(({ parts }) => parts.flatMap(({ names = [] }) => names));
  const one = compared(behind('pypi.org'), behind('pypi.org,github.com'));
  expect([hostsOf(one.opens), hostsOf(one.closes)]).toEqual([['github.com'], []]);
  const other = compared(behind('pypi.org,github.com'), behind('pypi.org'));
  expect([hostsOf(other.opens), hostsOf(other.closes)]).toEqual([[], ['github.com']]);
  const every = compared(behind('*'), behind('pypi.org'));
  expect([hostsOf(every.opens), hostsOf(every.closes)]).toEqual([[], ['*']]);
});
