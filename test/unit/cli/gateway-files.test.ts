import { expect, test } from 'vitest';
import { printedId as id, spoke } from './printed-spoke';
import { ran } from './ran';

const asked = 'check all.json --subnet snet --compute cluster --public-ip yes --format json';

const routingSubnet = (name: string) => `${id('virtualNetworks', 'spoke')}/subnets/${name}`;

/**
 * The network without peerings, with a subnet for a gateway or route server. The network doesn't list the gateway or
 * route server.
 */
const network = (name: string) => ({
  ...spoke,
  virtualNetworkPeerings: [],
  subnets: [
    { ...spoke.subnets[0], routeTable: undefined },
    { id: routingSubnet(name), name, addressPrefix: '10.1.255.0/27' },
  ],
});

const gateway = {
  id: id('virtualNetworkGateways', 'vpn'),
  name: 'vpn',
  type: 'Microsoft.Network/virtualNetworkGateways',
  location: 'westeurope',
  gatewayType: 'ExpressRoute',
  ipConfigurations: [{ name: 'default', subnet: { id: routingSubnet('GatewaySubnet').toUpperCase() } }],
};

const routeServer = {
  id: `${id('virtualHubs', 'ars')}/ipConfigurations/default`,
  name: 'default',
  type: 'Microsoft.Network/virtualHubs/ipConfigurations',
  properties: { subnet: { id: routingSubnet('RouteServerSubnet') } },
};

async function outcomeOf(requirement: string, resources: readonly object[]): Promise<string | undefined> {
  const { out } = await ran(asked, { 'all.json': JSON.stringify(resources) });
  const { requirements } = JSON.parse(out).subnets[0] as {
    requirements: readonly { id: string; outcome: string }[];
  };
  return requirements.find((one) => one.id === requirement)?.outcome;
}

// Routes that a gateway learns by BGP can lead anywhere: virtual-networks-udr-overview, 2023-05-27.
test.each([
  ['a gateway', network('GatewaySubnet'), gateway],
  ['a route server', network('RouteServerSubnet'), routeServer],
])('%s in the files advertises routes, although its subnet doesn’t reference it', async (_, vnet, one) => {
  expect(await outcomeOf('udr-bgp-default-route', [vnet])).toBe('passed');
  expect(await outcomeOf('udr-bgp-default-route', [vnet, one])).toBe('unknown');
  expect(await outcomeOf('outbound-arm-443', [vnet, one])).toBe('unknown');
});

test('a gateway in another network doesn’t advertise routes to this one', async () => {
  const elsewhere = JSON.parse(JSON.stringify(gateway).replace(/SPOKE/, 'OTHER')) as object;
  expect(await outcomeOf('udr-bgp-default-route', [network('GatewaySubnet'), elsewhere])).toBe('passed');
});
