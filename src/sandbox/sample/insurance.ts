import type { World } from '../settings';
import { perimeterType } from '../routes/perimeters';
import { placeDatastore, type SampleData } from './data-services';
import { placeEndpoint } from './place-endpoint';
import { inGroup, networkId, subnetId, workspaceId } from './names';
import { peeringTo } from './peering';
import { placeNatGateway, placeNetwork, placeSecurityGroup } from './place';
import { currentRules, publicAddressRules } from './rule-sets';
import { connection, ownNetworks, placeWorkspace } from './workspaces';

const underwriting = { group: 'rg-underwriting', name: 'vnet-underwriting-weu', prefix: '10.84.0.0/22' };
const actuary = { group: 'rg-actuary', name: 'vnet-actuary-weu', prefix: '10.88.0.0/22' };
const idOf = ({ group, name }: typeof actuary): string => networkId(group, 'virtualNetworks', name);

export const insuranceGroups = [underwriting.group, actuary.group];

/** A zone that nobody linked to the network of the underwriters. */
export const insuranceUnlinked = [`privatelink.notebooks.azure.net ${underwriting.name}`];

/** Two teams whose networks are in order and whose services are not. */
export function placeInsurance(world: World): void {
  placeUnderwriting(world);
  placeActuary(world);
}

/** A private workspace: one zone is not linked, storage has no endpoint for files and no keys, the vault names others. */
function placeUnderwriting(world: World): void {
  const { group, name } = underwriting;
  placeNatGateway(world, { group, name: 'ng-underwriting' });
  placeSecurityGroup(world, { group, name: 'nsg-underwriting' }, currentRules);
  placeNetwork(world, {
    ...underwriting,
    subnets: [
      {
        name: 'snet-train-cover',
        prefix: '10.84.0.0/25',
        securityGroup: 'nsg-underwriting',
        natGateway: 'ng-underwriting',
        defaultOutboundAccess: false,
      },
      { name: 'snet-cover-endpoints', prefix: '10.84.1.0/27', defaultOutboundAccess: false },
      {
        name: 'snet-cover-office',
        prefix: '10.84.2.0/26',
        securityGroup: 'nsg-underwriting',
        natGateway: 'ng-underwriting',
        defaultOutboundAccess: false,
        serviceEndpoints: ['Microsoft.KeyVault'],
        inUse: 9,
      },
    ],
    peerings: [peeringTo(idOf(actuary), actuary.prefix)],
  });
  const endpoint = { group, networkGroup: group, network: name, subnet: 'snet-cover-endpoints' };
  placeWorkspace(world, {
    group,
    name: 'mlw-underwriting',
    title: 'Underwriting',
    short: 'cover',
    publicAccess: false,
    openData: true,
    connections: [connection(group, 'mlw-underwriting', 'pe-mlw-underwriting')],
    managedNetwork: ownNetworks,
    data: coverData,
  });
  placeEndpoint(world, {
    ...endpoint,
    name: 'pe-mlw-underwriting',
    targetId: workspaceId(group, 'mlw-underwriting'),
    groupIds: ['amlworkspace'],
    fqdns: [
      'c0ffee12.workspace.westeurope.api.azureml.ms',
      'c0ffee12.workspace.westeurope.cert.api.azureml.ms',
      'ml-mlw-underwriting-westeurope-c0ffee12.westeurope.notebooks.azure.net',
    ],
  });
  placeEndpoint(world, {
    ...endpoint,
    name: 'pe-stcover-blob',
    targetId: `${inGroup(group)}/providers/Microsoft.Storage/storageAccounts/stcover`,
    groupIds: ['blob'],
    fqdns: ['stcover.blob.core.windows.net'],
  });
}

const coverData: NonNullable<SampleData['change']> = {
  storage: { publicNetworkAccess: 'Disabled', allowSharedKeyAccess: false },
  vault: {
    networkAcls: {
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: [],
      virtualNetworkRules: [{ id: subnetId(underwriting.group, underwriting.name, 'snet-cover-office') }],
    },
  },
  registrySku: 'Basic',
};

/** Names by a server in the other team's network; storage lets the subnet in; an enforced perimeter closes the vault. */
function placeActuary(world: World): void {
  const { group } = actuary;
  placeNatGateway(world, { group, name: 'ng-actuary' });
  placeSecurityGroup(world, { group, name: 'nsg-actuary' }, publicAddressRules);
  placeNetwork(world, {
    ...actuary,
    dnsServers: ['10.84.2.10'],
    subnets: [
      {
        name: 'snet-train-rates',
        prefix: '10.88.0.0/25',
        securityGroup: 'nsg-actuary',
        natGateway: 'ng-actuary',
        defaultOutboundAccess: false,
      },
    ],
    peerings: [peeringTo(idOf(underwriting), underwriting.prefix)],
  });
  placeWorkspace(world, {
    group,
    name: 'mlw-actuary',
    title: 'Actuary',
    short: 'rates',
    publicAccess: true,
    connections: [],
    managedNetwork: ownNetworks,
    data: { vault: { publicNetworkAccess: 'SecuredByPerimeter' } },
  });
  placeDatastore(world, {
    workspace: workspaceId(group, 'mlw-actuary'),
    name: 'claims',
    account: `${inGroup(underwriting.group)}/providers/Microsoft.Storage/storageAccounts/stcover`,
  });
  placePerimeter(world, `${inGroup(group)}/providers/Microsoft.KeyVault/vaults/kv-rates`);
}

function placePerimeter(world: World, vaultId: string): void {
  const id = `${inGroup(actuary.group)}/providers/${perimeterType}/nsp-insurance`;
  world.store.put({ id, location: 'westeurope', properties: {} });
  world.store.put({ id: `${id}/profiles/default`, properties: { accessRulesVersion: '0' } });
  world.store.put({
    id: `${id}/resourceAssociations/kv-rates`,
    properties: {
      privateLinkResource: { id: vaultId },
      profile: { id: `${id}/profiles/default` },
      accessMode: 'Enforced',
      hasProvisioningIssues: 'no',
    },
  });
}
