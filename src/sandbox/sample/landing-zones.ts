import type { World } from '../settings';
import { stableGuid } from '../store';
import { inPlatformGroup, sampleNetworkId, northEurope, westEurope, sampleWorkspaceId } from './names';
import {
  addGroups,
  addNatGateway,
  addNetwork,
  addRouteTable,
  addSecurityGroup,
  type SampleSubnet,
} from './place';
import { addEndpoint } from './place-endpoint';
import { linkPrivateZones, recordEndpoint } from './private-zones';
import { beforeNewerRules, currentRules, publicAddressRules, wrongSourceRules } from './rule-sets';
import { connection, ownNetworks, addWorkspace } from './workspaces';

/** Number of networks as in a large landing zone subscription (500 networks with five subnets each). */
const networks = 500;
const networksInGroup = 50;

const groupOf = (number: number): string =>
  inPlatformGroup(`rg-lz-${String(Math.ceil(number / networksInGroup)).padStart(2, '0')}`);
const workspaceGroup = inPlatformGroup('rg-lz-ml');

/** Rule sets of the zones' NSGs, in turn. Every fifth zone doesn't have an NSG. */
const ruleSets = [currentRules, beforeNewerRules, publicAddressRules, wrongSourceRules];

/** Adds Contoso Landing Zones: 500 networks with 2,500 subnets, for lists as long as real ones, and two workspaces. */
export function addLandingZones(world: World): void {
  const groups = Array.from({ length: networks / networksInGroup }, (_, i) =>
    groupOf(i * networksInGroup + 1),
  );
  addGroups(world, Object.fromEntries([...groups, workspaceGroup].map((group) => [group, westEurope.name])));
  for (let number = 1; number <= networks; number += 1) addZone(world, number);
  addZoneWorkspaces(world);
}

function addZone(world: World, number: number): void {
  const group = groupOf(number);
  const location = number % 10 === 0 ? northEurope.name : westEurope.name;
  addNetwork(world, {
    group,
    name: `vnet-lz-${digitsOf(number)}`,
    location,
    prefix: `${baseOf(number)}.0/23`,
    subnets: subnetsOf(number, addParts(world, number, { group, location })),
  });
}

const digitsOf = (number: number): string => String(number).padStart(4, '0');

/**
 * Adds the resources that a zone's subnets share: an NSG for most, a NAT gateway for every third, a route table for
 * every seventh.
 */
function addParts(
  world: World,
  number: number,
  place: { readonly group: string; readonly location: string },
): Partial<SampleSubnet> {
  const digits = digitsOf(number);
  const parts: { securityGroup?: string; natGateway?: string; routeTable?: string } = {};
  const rules = ruleSets[number % 5];
  if (rules) {
    parts.securityGroup = `nsg-lz-${digits}`;
    addSecurityGroup(world, { ...place, name: parts.securityGroup }, rules);
  }
  if (number % 3 === 0) {
    parts.natGateway = `ng-lz-${digits}`;
    addNatGateway(world, { ...place, name: parts.natGateway });
  }
  if (number % 7 === 0) {
    parts.routeTable = `rt-lz-${digits}`;
    addRouteTable(world, { ...place, name: parts.routeTable }, toHub);
  }
  return parts;
}

const toHub = {
  'default-to-hub': {
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: '10.0.1.4',
  },
};

/** Returns the base of a zone's two /24 prefixes, from 10.192.0.0 on. */
function baseOf(number: number): string {
  return `10.${192 + Math.floor(number / 128)}.${(number % 128) * 2}`;
}

function subnetsOf(number: number, parts: Partial<SampleSubnet>): readonly SampleSubnet[] {
  const base = baseOf(number);
  return [
    { name: 'snet-train', prefix: `${base}.0/26`, inUse: number % 9, ...parts },
    { name: 'snet-batch', prefix: `${base}.64/26`, inUse: number % 40, ...parts },
    { name: 'snet-apps', prefix: `${base}.128/26`, inUse: number % 17, defaultOutboundAccess: false },
    { name: 'snet-data', prefix: `${base}.192/27`, inUse: number % 5, ...parts },
    { name: 'snet-privatelink', prefix: `${base}.224/28`, defaultOutboundAccess: false },
  ];
}

function addZoneWorkspaces(world: World): void {
  const common = { group: workspaceGroup, managedNetwork: ownNetworks };
  addWorkspace(world, {
    ...common,
    name: 'mlw-lz-shared',
    title: 'Shared workspace of the landing zones',
    short: 'lzshared',
    publicAccess: true,
    connections: [],
  });
  addWorkspace(world, {
    ...common,
    name: 'mlw-lz-secure',
    title: 'Private workspace of the landing zones',
    short: 'lzsecure',
    publicAccess: false,
    openData: true,
    connections: [connection(workspaceGroup, 'mlw-lz-secure', 'pe-mlw-lz-secure')],
  });
  const guid = stableGuid(sampleWorkspaceId(workspaceGroup, 'mlw-lz-secure'));
  const endpoint = addEndpoint(world, {
    group: workspaceGroup,
    name: 'pe-mlw-lz-secure',
    network: 'vnet-lz-0003',
    networkGroup: groupOf(3),
    subnet: 'snet-privatelink',
    targetId: sampleWorkspaceId(workspaceGroup, 'mlw-lz-secure'),
    groupIds: ['amlworkspace'],
    fqdns: [
      `${guid}.workspace.westeurope.api.azureml.ms`,
      `${guid}.workspace.westeurope.cert.api.azureml.ms`,
      `ml-mlw-lz-secure-westeurope-${guid}.westeurope.notebooks.azure.net`,
    ],
  });
  recordEndpoint(world, endpoint);
  const network = world.store.get(sampleNetworkId(groupOf(3), 'virtualNetworks', 'vnet-lz-0003'));
  if (network) linkPrivateZones(world, network);
}
