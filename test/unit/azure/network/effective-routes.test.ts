import { describe, expect, test } from 'vitest';
import { toEffectiveRoutes } from '../../../../src/azure/network/to-effective-routes';
import { findSubnet } from '../../../../src/core/network/find';
import { sampleSubnetId as subnetIn } from '../../../../src/sandbox/sample/names';
import { connectAnswering, subscriptionId, type HttpAnswer } from '../answering';
import { connectSample, noStop } from '../sample';
import { networkProviderPath, networkBody, subnet, bodySubnetId } from './bodies';

const printed = {
  value: [
    {
      source: 'Default',
      state: 'Active',
      addressPrefix: ['10.0.0.0/16'],
      nextHopType: 'VnetLocal',
      nextHopIpAddress: [],
    },
    {
      source: 'VirtualNetworkGateway',
      state: 'Active',
      addressPrefix: ['192.168.1.0/24', '192.168.2.0/24'],
      nextHopType: 'VirtualNetworkGateway',
      nextHopIpAddress: ['10.0.0.4'],
    },
    {
      source: 'VirtualNetworkGateway',
      state: 'Invalid',
      addressPrefix: ['0.0.0.0/0'],
      nextHopType: 'VirtualNetworkGateway',
      nextHopIpAddress: [],
    },
    { source: 'Default', state: 'Active', addressPrefix: ['172.16.0.0/12'], nextHopType: 'None' },
    { source: 'Default', state: 'Invalid', addressPrefix: ['100.64.0.0/10'], nextHopType: 'None' },
    {
      source: 'User',
      state: 'Active',
      addressPrefix: ['0.0.0.0/0'],
      nextHopType: 'None',
      nextHopIpAddress: [],
    },
  ],
};

const reported = {
  learned: [
    { prefix: '192.168.1.0/24', nextHopAddress: '10.0.0.4' },
    { prefix: '192.168.2.0/24', nextHopAddress: '10.0.0.4' },
    // Another route now overrides it. Without that route it would count again.
    { prefix: '0.0.0.0/0', nextHopAddress: null },
  ],
  dropped: ['172.16.0.0/12'],
};

test('counts the effective routes that a gateway advertises and the traffic that Azure drops', () => {
  expect(toEffectiveRoutes(printed)).toEqual(reported);
});

describe('effective routes of a subnet', () => {
  const nic = `${networkProviderPath}/networkInterfaces/nic-vm/ipConfigurations/ipconfig1`;
  const ofScaleSet = `${networkProviderPath.replace('Microsoft.Network', 'Microsoft.Compute')}/virtualMachineScaleSets/s/virtualMachines/0/networkInterfaces/nic/ipConfigurations/c`;

  async function readWith(
    answer: (count: number) => HttpAnswer,
    { nics = [ofScaleSet, nic], gateway = true }: { nics?: string[]; gateway?: boolean } = {},
  ) {
    const { azure, asked } = connectAnswering((request) => {
      const { pathname } = new URL(request.url);
      const routesAsked = (one: { url: string }) => /effectiveRouteTable|operationResults/.test(one.url);
      if (routesAsked(request)) return answer(asked.filter(routesAsked).length);
      const own = networkBody([
        subnet('snet', { ipConfigurations: nics.map((id) => ({ id })) }),
        subnet('GatewaySubnet', { ipConfigurations: gateway ? [{ id: '/gateway' }] : [] }),
      ]);
      if (pathname.endsWith('/virtualNetworks/vnet')) return { body: own };
      return { body: { value: pathname.endsWith('/virtualNetworks') ? [own] : [] } };
    });
    const model = await azure.read.networks(subscriptionId, noStop);
    const fresh = await azure.read.refreshSubnet(model, bodySubnetId, noStop);
    const again = await azure.read.refreshSubnet(fresh, bodySubnetId, noStop);
    const calls = asked.filter(({ url }) => url.includes('effectiveRouteTable')).map((one) => one.method);
    const routes = findSubnet(again, bodySubnetId)!.subnet.effectiveRoutes;
    return { routes, calls };
  }

  test('are requested once from a NIC in the subnet, and awaited', async () => {
    const location = `https://management.azure.com/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/w/operationResults/1?api-version=1`;
    const { routes, calls } = await readWith((count) =>
      count < 3 ? { status: 202, headers: { location, 'retry-after': '0' } } : { body: printed },
    );
    expect(routes).toEqual(reported);
    expect(calls).toEqual(['POST']);
  });

  test.each([
    [403, 'AuthorizationFailed'],
    [400, 'VmNotRunning'],
    [404, 'NotFound'],
  ])('%i %s: routes of the gateway stay unknown, and everything else is read', async (status, code) => {
    const { routes } = await readWith(() => ({ status, body: { error: { code, message: '' } } }));
    expect(routes).toBeUndefined();
  });

  test.each([
    ['no gateway advertises any', { gateway: false }],
    ['there is no NIC of the customer', { nics: [ofScaleSet] }],
  ])('aren’t requested if %s', async (_, around) => {
    const { routes, calls } = await readWith(() => ({ body: printed }), around);
    expect([routes, calls]).toEqual([undefined, []]);
  });

  test('of the sample’s branch contain the routes that its gateway advertises', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const id = subnetIn('rg-branch', 'vnet-branch-weu', 'snet-train-probed');
    const fresh = await azure.read.refreshSubnet(model, id, noStop);
    expect(findSubnet(fresh, id)!.subnet.effectiveRoutes).toEqual({
      learned: [
        { prefix: '192.168.40.0/22', nextHopAddress: '10.70.0.4' },
        { prefix: '172.20.0.0/16', nextHopAddress: '10.70.0.4' },
      ],
      dropped: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
    });
  });
});
