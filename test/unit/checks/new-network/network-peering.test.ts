import { expect, test } from 'vitest';
import {
  completePeeredNetwork,
  completeProposedNetwork,
} from '../../../../src/checks/new-network/complete-proposed-network';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { applyToFacts } from '../../../../src/checks/fixes/after-fix';
import { findPeering } from '../../../../src/checks/new-network/network-peering';
import type { LockLevel, Permission } from '../../../../src/core/governance';
import { known, type Known } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import type { Peering, PrivateEndpoint, VirtualNetwork } from '../../../../src/core/network/model';
import { bareNetwork } from '../../../../src/core/network/proposed-network';
import { buildGovernance } from '../governance-builder';
import { buildPlan, facts, modelSubscription, modelWorkspaceId, unreadFact } from '../model-builder';
import { buildServices } from '../services-builder';

const subscription = modelSubscription.slice('/subscriptions/'.length);
const proposed = {
  subscription,
  resourceGroup: 'rg-ml',
  location: 'westeurope',
  name: 'vnet-new',
  addressSpace: '10.80.0.0/16',
  subnetName: 'snet-training',
  subnetPrefix: '10.80.0.0/26',
};
const hub = bareNetwork({
  ...proposed,
  resourceGroup: 'rg-hub',
  name: 'vnet-hub',
  addressSpace: '10.1.0.0/16',
  subnetName: 'snet-endpoints',
  subnetPrefix: '10.1.0.0/24',
});
const hubGroup = `${modelSubscription}/resourceGroups/rg-hub`;
const zoneIds = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'].map(
  (name) => `${hubGroup}/providers/Microsoft.Network/privateDnsZones/${name}`,
);
const endpoint: PrivateEndpoint = {
  id: `${hubGroup}/providers/Microsoft.Network/privateEndpoints/pe-ml`,
  name: 'pe-ml',
  subnetId: hub.subnets[0]!.id,
  targetId: modelWorkspaceId,
  groups: ['amlworkspace'],
  addresses: known(['10.1.0.4']),
};

function peeringTo(name: string, prefix: string): Peering {
  return {
    name,
    remoteId: hub.id.replace('vnet-hub', name),
    state: known('Connected'),
    remotePrefixes: known([prefix]),
    allowForwardedTraffic: known(false),
    useRemoteGateways: known(false),
  };
}

const writePeering = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write';
const may = (...actions: string[]): Known<readonly Permission[]> => known([{ actions, notActions: [] }]);

interface Case {
  readonly network?: Partial<VirtualNetwork>;
  readonly endpoints?: Known<readonly PrivateEndpoint[]>;
  readonly onNetwork?: Known<readonly Permission[]>;
  readonly onGroup?: Known<readonly Permission[]>;
  readonly onZones?: Known<readonly Permission[]>;
  readonly lock?: LockLevel;
}

function inputOf({ network, endpoints, onNetwork, onGroup, onZones, lock }: Case) {
  const found = zoneIds.map((id) => ({
    id,
    name: id.split('/').at(-1)!,
    linkedNetworks: known([hub.id]),
    records: known([]),
    keptFor: [endpoint.id],
  }));
  const onOthers = [
    {
      id: hub.id,
      held: onNetwork ?? may('*'),
      locks: known(lock ? [{ name: 'keep', level: lock, scope: hubGroup }] : []),
    },
    { id: hubGroup, held: onGroup ?? may('*') },
    ...zoneIds.map((id) => ({ id, held: onZones ?? may('*') })),
  ];
  return {
    model: {
      ...emptyModel('public'),
      virtualNetworks: [{ ...hub, ...network }],
      privateEndpoints: endpoints ?? known([endpoint]),
    },
    plan: buildPlan({ publicIp: known(false), privateLink: true }),
    facts: {
      ...facts,
      services: { ...buildServices(), endpointIds: known([endpoint.id]), zones: { found } },
      governance: { ...buildGovernance({}), subnetId: null, network: null, onOthers },
    },
  };
}

test.each<[string, Case, string]>([
  ['endpoints weren’t read', { endpoints: unreadFact }, 'newNetwork.peering.notRead'],
  ['the endpoint isn’t in a network that was read', { endpoints: known([]) }, 'newNetwork.peering.elsewhere'],
  [
    'the endpoint isn’t approved',
    { endpoints: known([{ ...endpoint, notApproved: 'Pending' }]) },
    'newNetwork.peering.elsewhere',
  ],
  [
    'its addresses overlap',
    { network: { addressPrefixes: known(['10.0.0.0/8']) } },
    'newNetwork.peering.overlap',
  ],
  [
    'the addresses of a peered network overlap',
    { network: { peerings: known([peeringTo('vnet-other', '10.80.128.0/20')]) } },
    'newNetwork.peering.overlapPeer',
  ],
  ['its addresses weren’t read', { network: { addressPrefixes: unreadFact } }, 'unknown.permission'],
  ['its peerings weren’t read', { network: { peerings: unreadFact } }, 'unknown.permission'],
  [
    'it still has a peering with a deleted network of that name',
    {
      network: {
        peerings: known([
          {
            ...peeringTo('old', '10.9.0.0/16'),
            remoteId: hub.id.replace('rg-hub', 'RG-ML').replace('vnet-hub', 'vnet-NEW'),
          },
        ]),
      },
    },
    'newNetwork.peering.old',
  ],
  ['it has a read-only lock', { lock: 'ReadOnly' }, 'newNetwork.peering.locked'],
  ['permissions weren’t read', { onNetwork: unreadFact }, 'newNetwork.peering.roles'],
  ['it isn’t allowed to write a peering', { onNetwork: may('*/read') }, 'newNetwork.peering.role'],
  ['it isn’t allowed to peer', { onNetwork: may(writePeering) }, 'newNetwork.peering.role'],
  ['its group can’t be deployed to', { onGroup: may('Microsoft.Network/*') }, 'newNetwork.peering.deploy'],
])('a network isn’t peered if %s', (_, given, key) => {
  expect(findPeering(proposed, inputOf(given))).toMatchObject({ is: 'refused', because: { key } });
});

test('a network in another subscription isn’t peered', () => {
  const other = { ...proposed, subscription: '22222222-2222-2222-2222-222222222222' };
  const because = { key: 'newNetwork.peering.subscription', values: { network: 'vnet-hub' } };
  expect(findPeering(other, inputOf({}))).toEqual({ is: 'refused', because });
});

test('a lock against deletion doesn’t matter', () => {
  expect(findPeering(proposed, inputOf({ lock: 'CanNotDelete' })).is).toBe('possible');
});

test('a peering gets a name that the network doesn’t have', () => {
  const network = { peerings: known([peeringTo('PEER-to-vnet-new', '10.9.0.0/16')]) };
  expect(findPeering(proposed, inputOf({ network }))).toMatchObject({
    is: 'possible',
    peering: { there: `${hub.id}/virtualNetworkPeerings/peer-to-vnet-new-2` },
  });
});

/** Returns the results of a peered network, and the zones that its owner has to link. */
function afterPeering(given: Case) {
  const input = inputOf(given);
  const offer = findPeering(proposed, input);
  if (offer.is !== 'possible') throw new Error('it can be peered');
  const { connected, model, subnet, unlinked } = completePeeredNetwork(proposed, input, offer);
  const plan = { ...input.plan, subnetId: subnet.id };
  const results = checkSubnet(model, plan, applyToFacts(input.facts, connected?.changes ?? []));
  const of = (id: string) => results.find(({ requirement }) => requirement === id)?.outcome.is;
  return { connection: of('cluster-cross-region-connectivity'), zones: of('dns-zones-linked'), unlinked };
}

test('a peered network reaches the workspace, and its zones are linked', () => {
  const alone = completeProposedNetwork(proposed, inputOf({}));
  expect(alone.connections?.peering.is).toBe('possible');
  expect(alone.bare.peerings).toEqual(known([]));
  expect(afterPeering({})).toEqual({ connection: 'passed', zones: 'passed', unlinked: [] });
});

test.each([
  ['has no permission to link', may('*/read')],
  ['isn’t known to have permission to link', unreadFact],
])('zones that the user %s stay failed, and are named', (_, onZones) => {
  expect(afterPeering({ onZones })).toEqual({
    connection: 'passed',
    zones: 'failed',
    unlinked: ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'],
  });
});
