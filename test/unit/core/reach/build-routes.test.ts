import { describe, expect, it, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { NetworkModel, PrivateEndpoint, Route } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import {
  ids,
  peering,
  parseRoute,
  testRouteTable,
  someNetwork,
  type SomeNetwork,
} from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const unread = unknown(reason('unknown.notRead', { name: 'hub' }));
const prefixed = (prefixes: readonly string[]): SomeNetwork => ({
  network: { addressPrefixes: known(prefixes) },
});
const peered = (...peerings: ReturnType<typeof peering>[]): SomeNetwork => ({
  network: { peerings: known(peerings) },
});
const learned = (prefix: string, more: SomeNetwork['network'] = {}): SomeNetwork => ({
  network: { hasGateway: known(true), ...more },
  subnet: { effectiveRoutes: { learned: [{ prefix, nextHopAddress: '10.1.0.4' }], dropped: [] } },
});

/** Returns the result of a flow to an address. */
const states = (network: SomeNetwork, address: string): string =>
  outcomeSummary(reachOf(network, `out TCP 443 ${address}`));

/** Returns the trace step that names the route. */
const routeStep = (network: SomeNetwork, remote: string): string | undefined =>
  answerLines(reachOf(network, `out TCP 443 ${remote}`)).find((line) => / trace\.route\./.test(line));

describe('private ranges that Azure drops', () => {
  const to = '192.168.1.0/24';
  const dropped = 'blocked by route 192.168.0.0/16';

  // Only a custom route 0.0.0.0/0 applies to them (routing page, 2023-05-27).
  it.each<[string, SomeNetwork, string, string]>([
    ['by a route for other addresses', { routes: ['20.0.0.0/8 -> Internet'] }, to, dropped],
    ['by a default route for IPv6', { routes: ['::/0 -> Internet'] }, to, dropped],
    ['by a route for an unlisted tag', { routes: ['NoSuchTag -> Internet'] }, to, dropped],
    [
      'by address space around them',
      prefixed(['192.168.0.0/16']),
      '10.5.0.0/16',
      'blocked by route 10.0.0.0/8',
    ],
    ['by address space inside them', prefixed(['10.0.0.0/8']), to, dropped],
    [
      'by a peer that is not connected',
      peered(peering([], { state: known('Initiated'), remotePrefixes: unread })),
      to,
      dropped,
    ],
    ['by a peer without readable addresses', peered(peering(['no address'])), to, dropped],
  ])('aren’t routed %s', (_, network, address, expected) => {
    expect(states(network, address)).toBe(expected);
  });

  it.each<[string, SomeNetwork]>([
    ['one of several prefixes of the network', prefixed(['10.1.0.0/16', '192.168.0.0/16'])],
    ['a prefix written with blanks', prefixed(['10.1.0.0/16', ' 192.168.0.0/16 '])],
    ['a wider prefix of the network', prefixed(['10.1.0.0/16', '192.168.0.0/15'])],
    ['a peer', peered(peering(['192.168.0.0/16']))],
  ])('are reached in %s', (_, network) => expect(states(network, to)).toBe('allowed by default'));

  it('may belong to a peer that wasn’t read, which doesn’t affect public addresses', () => {
    const network = peered(peering([], { remotePrefixes: unread }));
    expect(states(network, to)).toBe('unknown unknown.notRead');
    expect(states(network, 'AzureMachineLearning')).toBe('allowed by default');
  });
});

describe('texts of routes', () => {
  const spaced = (destination: string, hop: string): Route => ({
    ...parseRoute(`x -> ${hop}`),
    destination: known(destination),
  });

  it('are read without surrounding blanks', () => {
    expect(states({ routes: [spaced(' 20.0.0.0/8 ', 'None')] }, '20.0.0.0/16')).toBe(
      'blocked by route 20.0.0.0/8',
    );
    expect(states({ routes: [spaced(' 20.0.0.0/8 ', 'None')] }, '52.0.0.0/16')).toBe('allowed by default');
    expect(states({ routes: [spaced(' Storage ', 'None')] }, 'Storage')).toBe('blocked by route Storage');
    expect(states(learned(' 20.0.0.0/8 '), '20.0.0.0/16')).toBe(
      'forwarded to on-premises by route  20.0.0.0/8 ',
    );
  });

  it('belong to VirtualNetwork without those blanks too', () => {
    const rules = ['Deny Outbound 100 Tcp *>VirtualNetwork:443'];
    expect(states({ rules, routes: [spaced(' 20.0.0.0/8 ', 'Internet')] }, '20.0.0.0/16')).toBe(
      'blocked by 100',
    );
  });
});

describe('a route for an unlisted tag may apply to any public address', () => {
  const storage = 'Storage.WestEurope';
  const endpoint = { subnet: { serviceEndpoints: known(['Microsoft.Storage']) } };

  // Never none of them and never all: our decision, as for rules.
  it.each<[string, SomeNetwork, string, string]>([
    ['which is undecided', { routes: ['NoSuchTag -> None'] }, storage, 'unknown unknown.tag'],
    [
      'which is undecided with a known route',
      { routes: ['Storage -> Internet', 'NoSuchTag -> None'] },
      storage,
      'unknown unknown.tag',
    ],
    [
      'which is undecided if the appliances differ',
      { routes: ['0.0.0.0/0 -> 10.1.9.4', 'NoSuchTag -> 10.1.9.5'] },
      storage,
      'unknown unknown.tag',
    ],
    [
      'which is the same if it leads to the same appliance',
      { routes: ['0.0.0.0/0 -> 10.1.9.4', 'NoSuchTag -> 10.1.9.4'] },
      storage,
      'forwarded to appliance by route 0.0.0.0/0',
    ],
    [
      'which is the same if all routes lead there',
      { routes: ['NoSuchTag -> Internet'] },
      storage,
      'allowed by default',
    ],
    [
      'of which the second leads elsewhere',
      { routes: ['NoSuchTag -> Internet', 'Another -> None'] },
      storage,
      'unknown unknown.tag',
    ],
    ['and no private address', { routes: ['NoSuchTag -> None'] }, '10.1.3.0/24', 'allowed by default'],
    [
      'and no address of a service endpoint',
      { routes: ['NoSuchTag -> None'], ...endpoint },
      storage,
      'allowed by default',
    ],
    ['and no IPv6 address', { routes: ['2001:db8::/32 -> None'] }, storage, 'allowed by default'],
  ])('%s', (_, network, remote, expected) => expect(states(network, remote)).toBe(expected));

  it('and is named', () => {
    expect(answerLines(reachOf({ routes: ['NoSuchTag -> None'] }, `out TCP 443 ${storage}`))).toEqual(
      expect.arrayContaining([
        '-> trace.route.unknown destination=NoSuchTag ip= table=rt [route NoSuchTag]',
        '=> unknown.tag tag=NoSuchTag date=2025-11-09',
      ]),
    );
  });

  it('may lose a reply', () => {
    const rules = ['Allow Inbound 100 Tcp *>*:44224'];
    const answer = reachOf({ rules, routes: ['NoSuchTag -> 10.1.9.4'] }, 'in TCP 44224 AzureMachineLearning');
    expect(outcomeSummary(answer)).toBe('unknown unknown.tag');
  });
});

describe('learned routes', () => {
  it('don’t count if they are the network’s own prefix', () => {
    expect(states(learned('10.1.0.0/16'), '10.1.3.4')).toBe('allowed by default');
  });

  it('count if they are wider than it', () => {
    expect(states(learned('10.0.0.0/8'), '10.9.0.4')).toBe('forwarded to on-premises by route 10.0.0.0/8');
  });

  it('have Azure’s names', () => {
    const { outcome } = reachOf(learned('20.0.0.0/8'), 'out TCP 443 20.0.0.0/16');
    expect(outcome).toMatchObject({ by: { name: 'BGP', nextHop: 'VirtualNetworkGateway', learned: true } });
  });
});

test('Azure’s default routes have Azure’s names', () => {
  expect(reachOf({}, 'out TCP 443 192.168.1.0/24').outcome).toMatchObject({
    by: { name: 'Default', tableId: null },
  });
});

test('more routes than a table can hold are too complex to decide', () => {
  const some = (count: number): SomeNetwork => ({
    routes: Array.from({ length: count }, (_, n) => `20.${n >> 8}.${n & 255}.0/24 -> None`),
  });
  // Azure's own routes count too: those of the network, of private endpoints, of four dropped ranges, and the rest.
  const own = 7;
  expect(states(some(4096 - own), '20.0.1.0/24')).toBe('blocked by route 20.0.1.0/24');
  expect(states(some(4097 - own), '20.0.1.0/24')).toBe('unknown unknown.complex');
});

describe('the trace names the route by its prefixes', () => {
  it.each<[string, SomeNetwork, string, string]>([
    [
      'of the network',
      prefixed(['10.1.0.0/16', '10.5.0.0/24']),
      '10.5.0.4',
      'local destination=10.1.0.0/16, 10.5.0.0/24',
    ],
    ['of the Azure platform', {}, 'AzurePlatformDNS', 'local destination=168.63.129.16/32'],
    [
      'every prefix, if the route table wasn’t read',
      { subnet: { routeTable: unread } },
      '20.0.0.4',
      'unknown destination=0.0.0.0/0',
    ],
  ])('%s', (_, network, remote, expected) => {
    expect(routeStep(network, remote)).toContain(`trace.route.${expected} ip= table= `);
  });
});

describe('a private endpoint in a peered network', () => {
  const hub = ids.network.replace('/vnet', '/hub');
  const away = 'forwarded to appliance by route 10.2.0.0/16';

  /** With a route for addresses that the endpoint's own route doesn't cover. */
  function model(
    peerings: SomeNetwork,
    endpoint: Partial<PrivateEndpoint>,
    more: Partial<NetworkModel> = {},
  ): SomeNetwork {
    const plain = someNetwork({});
    const [own] = plain.virtualNetworks;
    const subnet = own?.subnets[0];
    if (!own || !subnet) throw new Error('No network');
    const virtualNetworks = [
      { ...own, ...peerings.network, subnets: [{ ...subnet, routeTable: known(ids.routeTable) }] },
      {
        ...own,
        id: hub,
        name: 'hub',
        addressPrefixes: known(['10.2.0.0/16']),
        subnets: ['shared', 'other'].map((name, at) => ({
          ...subnet,
          id: `${hub}/subnets/${name}`,
          name,
          virtualNetworkId: hub,
          addressPrefixes: known([`10.2.${at}.0/24`]),
        })),
      },
    ];
    const privateEndpoints = known([
      {
        id: '/endpoint',
        name: 'endpoint',
        location: known('westeurope'),
        subnetId: `${hub}/subnets/shared`,
        addresses: known(['10.2.0.4']),
        connections: known([]),
        ...endpoint,
      } as PrivateEndpoint,
    ]);
    const routeTables = [testRouteTable(['10.2.0.0/16 -> 10.1.9.4'])];
    return { model: { virtualNetworks, privateEndpoints, routeTables, ...more } };
  }

  const connected = peered(peering(['10.2.0.0/16']));
  const parted = (remote: readonly string[]): SomeNetwork =>
    peered(peering(['10.2.0.0/16'], { parts: { local: ['snet'], remote } }));

  // The /32 route of an endpoint applies to its network and the networks that are peered with it (private endpoint
  // policies, 2023-07-26).
  it.each<[string, SomeNetwork, string]>([
    ['adds its own route', model(connected, {}), 'allowed by default'],
    ['adds none without a peering', model(peered(), {}), away],
    [
      'adds none over a peering with another network',
      model(peered(peering(['10.2.0.0/16'], { remoteId: `${hub}2` })), {}),
      away,
    ],
    [
      'adds it with another peering too',
      model(peered(peering(['10.7.0.0/16'], { remoteId: `${hub}2` }), peering(['10.2.0.0/16'])), {}),
      'allowed by default',
    ],
    [
      'adds none if the peering isn’t connected',
      model(peered(peering(['10.2.0.0/16'], { state: known('Initiated') })), {}),
      away,
    ],
    [
      'isn’t known with a peering that wasn’t read',
      model(peered(peering(['10.2.0.0/16'], { state: unread })), {}),
      away,
    ],
    ['isn’t known with peerings that weren’t read', model({ network: { peerings: unread } }, {}), away],
    ['adds it to subnets that are peered with its own', model(parted(['shared']), {}), 'allowed by default'],
    ['adds none to subnets that aren’t', model(parted(['other']), {}), away],
    [
      'adds none if its own subnet wasn’t read',
      model(connected, { subnetId: `${hub}/subnets/unread` }),
      away,
    ],
    ['adds none without a subnet', model(connected, { subnetId: hub }), away],
    ['without readable addresses adds none', model(connected, { addresses: unread }), away],
  ])('%s', (_, network, expected) => expect(states(network, '10.2.0.4/32')).toBe(expected));
});
