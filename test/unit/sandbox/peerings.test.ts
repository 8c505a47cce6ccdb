import { describe, expect, test } from 'vitest';
import { connectivity, sampleNetworkId } from '../../../src/sandbox/sample/names';
import { all, openSampleClients, refusalOf, type Sample } from './clients';

const development = ['rg-network-dev', 'vnet-ml-dev-weu'] as const;
const production = ['rg-network-prod', 'vnet-ml-prod-weu'] as const;
type Place = readonly [string, string];

const idOf = ([group, name]: Place): string => sampleNetworkId(group, 'virtualNetworks', name);

const peer = ({ network }: Sample, from: Place, to: string, name = 'peer') =>
  network.virtualNetworkPeerings
    .createOrUpdate(...from, name, { remoteVirtualNetwork: { id: to }, allowForwardedTraffic: true })
    .pollUntilDone();

const stateOf = async ({ network }: Sample, from: Place) =>
  (await network.virtualNetworkPeerings.get(...from, 'peer')).peeringState;

describe('peerings', () => {
  test('one end is initiated, both are connected, and the remaining end is disconnected', async () => {
    const sample = openSampleClients();
    const made = await peer(sample, development, idOf(production));
    expect(made).toMatchObject({
      peeringState: 'Initiated',
      remoteAddressSpace: { addressPrefixes: ['10.40.0.0/21'] },
      allowForwardedTraffic: true,
      useRemoteGateways: false,
    });
    await peer(sample, production, idOf(development));
    expect([await stateOf(sample, development), await stateOf(sample, production)]).toEqual([
      'Connected',
      'Connected',
    ]);
    const shown = await sample.network.virtualNetworks.get(...development);
    expect(shown.virtualNetworkPeerings?.map(({ name }) => name)).toEqual(['peer']);
    await sample.network.virtualNetworkPeerings.delete(...development, 'peer').pollUntilDone();
    expect(await stateOf(sample, production)).toBe('Disconnected');
    expect(await refusalOf(peer(sample, development, idOf(production)))).toMatchObject({
      status: 400,
      code: 'RemotePeeringIsDisconnected',
    });
    await peer(sample, production, idOf(development));
    expect(await stateOf(sample, production)).toBe('Initiated');
    await peer(sample, development, idOf(production));
    expect(await stateOf(sample, production)).toBe('Connected');
  });

  test('deleting a network leaves the other end disconnected', async () => {
    const sample = openSampleClients();
    const other = ['rg-lab', 'vnet-new'] as const;
    const body = { location: 'westeurope', addressSpace: { addressPrefixes: ['10.99.0.0/24'] } };
    await sample.network.virtualNetworks.createOrUpdate(...other, body).pollUntilDone();
    await peer(sample, other, idOf(development));
    await peer(sample, development, idOf(other));
    await sample.network.virtualNetworks.delete(...other).pollUntilDone();
    expect(await stateOf(sample, development)).toBe('Disconnected');
  });

  test('refused: the network itself, overlap, a second peering, a network that doesn’t exist or isn’t accessible', async () => {
    const sample = openSampleClients();
    const refused = async (to: string, name = 'peer') =>
      (await refusalOf(peer(sample, development, to, name))).code;
    expect(await refused(idOf(development))).toBe('InvalidPeering');
    expect(await refused(sampleNetworkId('rg-lab', 'virtualNetworks', 'vnet-none'))).toBe(
      'InvalidResourceReference',
    );
    const hub = `/subscriptions/${connectivity.id}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub-weu`;
    expect(await refused(hub)).toBe('LinkedAuthorizationFailed');
    await peer(sample, development, idOf(production));
    expect(await refused(idOf(production), 'again')).toBe('AnotherPeeringAlreadyReferencesRemoteVnet');
    const body = { location: 'westeurope', addressSpace: { addressPrefixes: ['10.30.0.0/24'] } };
    await sample.network.virtualNetworks.createOrUpdate('rg-lab', 'vnet-same', body).pollUntilDone();
    expect(await refused(idOf(['rg-lab', 'vnet-same']), 'same')).toBe('VnetAddressSpacesOverlap');
    expect((await refusalOf(sample.network.virtualNetworkPeerings.get(...development, 'none'))).status).toBe(
      404,
    );
    expect(await all(sample.network.virtualNetworkPeerings.list(...development))).toHaveLength(1);
  });
});

describe('public IP prefixes', () => {
  const put = ({ network }: Sample, prefixLength: number, sku = 'Standard') =>
    network.publicIPPrefixes
      .createOrUpdate('rg-network-dev', 'ippre-new', {
        location: 'westeurope',
        sku: { name: sku },
        prefixLength,
      })
      .pollUntilDone();

  test('are created, associated with a gateway, and can’t be deleted then', async () => {
    const sample = openSampleClients();
    const made = await put(sample, 30);
    expect(made.ipPrefix).toMatch(/^203\.0\.113\.\d+\/30$/);
    const gateway = await sample.network.natGateways
      .createOrUpdate('rg-network-dev', 'ng-new', {
        location: 'westeurope',
        sku: { name: 'Standard' },
        publicIpPrefixes: [{ id: made.id ?? '' }],
      })
      .pollUntilDone();
    const shown = await sample.network.publicIPPrefixes.get('rg-network-dev', 'ippre-new');
    expect(shown.natGateway?.id).toBe(gateway.id);
    expect(
      (await refusalOf(sample.network.publicIPPrefixes.delete('rg-network-dev', 'ippre-new').pollUntilDone()))
        .code,
    ).toBe('PublicIpPrefixInUse');
  });

  test('refused: another length later, too large, Basic', async () => {
    const sample = openSampleClients();
    await put(sample, 30);
    expect((await refusalOf(put(sample, 31))).code).toBe('PublicIpPrefixPropertyChangeNotAllowed');
    expect((await refusalOf(put(sample, 24))).code).toBe('PublicIpPrefixInvalidPrefixLength');
    expect((await refusalOf(put(sample, 30, 'Basic'))).code).toBe('PublicIpPrefixInvalidSku');
  });
});
