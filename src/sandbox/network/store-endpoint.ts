import { bodyList, bodyText, type BodyObject } from '../body-json';
import type { World } from '../settings';
import { stableGuid } from '../store';
import type { Allocation } from '../subnet-addresses';

/** A private endpoint in its stored form, with its network interface. */
export interface StoredEndpoint {
  readonly id: string;
  readonly location: string;
  readonly top?: BodyObject;
  readonly subnetId: string;
  readonly prefixes: readonly string[];
  readonly targetId: string;
  readonly groupIds: readonly string[];
  readonly connectionName: string;
  /** Names that resolve to each address. */
  readonly names: readonly (readonly string[])[];
  /** Request to the target's owner that isn't answered yet; undefined if it is approved. */
  readonly request?: string | undefined;
  readonly provisioningState?: string;
}

export function storeEndpoint(world: World, endpoint: StoredEndpoint): void {
  const { id, location, subnetId, prefixes, names, top } = endpoint;
  const nicId = nicIdOf(id);
  const allocated = world.addresses.allocate({
    subnetId,
    prefixes,
    count: names.length,
    owner: id,
    configurationId: (index) => `${nicId}/ipConfigurations/privateEndpointIpConfig.${index}`,
  });
  world.store.put({
    id,
    location,
    ...(top ? { top } : {}),
    properties: {
      subnet: { id: subnetId },
      networkInterfaces: [{ id: nicId }],
      ...connectionsOf(endpoint),
      customNetworkInterfaceName: '',
      ipConfigurations: [],
      customDnsConfigs: names.flatMap((all, index) =>
        all.map((fqdn) => ({ fqdn, ipAddresses: [allocated[index]?.address ?? ''] })),
      ),
    },
    ...(endpoint.provisioningState === undefined ? {} : { provisioningState: endpoint.provisioningState }),
  });
  storeNetworkInterface(world, { id: nicId, location, endpoint: id, subnet: subnetId, allocated });
}

export function nicIdOf(endpointId: string): string {
  return `${endpointId.replace(/\/privateEndpoints\//i, '/networkInterfaces/')}.nic`;
}

export const approved: BodyObject = {
  status: 'Approved',
  description: 'Auto-approved',
  actionsRequired: 'None',
};

function connectionsOf({ id, targetId, groupIds, connectionName, request }: StoredEndpoint): BodyObject {
  const own = request === undefined ? 'privateLinkServiceConnections' : manual;
  const state =
    request === undefined ? approved : { status: 'Pending', description: request, actionsRequired: 'None' };
  const connection = {
    name: connectionName,
    id: `${id}/${own}/${connectionName}`,
    properties: {
      provisioningState: 'Succeeded',
      privateLinkServiceId: targetId,
      groupIds: [...groupIds],
      ...(request === undefined ? {} : { requestMessage: request }),
      privateLinkServiceConnectionState: state,
    },
  };
  return {
    privateLinkServiceConnections: request === undefined ? [connection] : [],
    [manual]: request === undefined ? [] : [connection],
  };
}

const manual = 'manualPrivateLinkServiceConnections';

/** Returns the endpoint's single connection, automatic or manual. */
export function connectionIn(properties: BodyObject) {
  const [first] = ['privateLinkServiceConnections', manual].flatMap((member) => bodyList(properties, member));
  return first;
}

export function isApprovedIn(properties: BodyObject): boolean {
  const status = bodyText(
    connectionIn(properties),
    'properties',
    'privateLinkServiceConnectionState',
    'status',
  );
  return status === 'Approved';
}

interface NicToStore {
  readonly id: string;
  readonly location: string;
  readonly endpoint: string;
  readonly subnet: string;
  readonly allocated: readonly Allocation[];
}

function storeNetworkInterface(world: World, nic: NicToStore): void {
  world.store.put({
    id: nic.id,
    location: nic.location,
    properties: {
      privateEndpoint: { id: nic.endpoint },
      resourceGuid: stableGuid(nic.id),
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      disableTcpStateTracking: false,
      macAddress: '',
      nicType: 'Standard',
      primary: true,
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      hostedWorkloads: [],
      tapConfigurations: [],
      ipConfigurations: nic.allocated.map((held, index) => ({
        name: held.ipConfigurationId.split('/').at(-1) ?? '',
        id: held.ipConfigurationId,
        properties: {
          provisioningState: 'Succeeded',
          privateIPAddress: held.address,
          privateIPAllocationMethod: 'Dynamic',
          privateIPAddressVersion: 'IPv4',
          primary: index === 0,
          subnet: { id: nic.subnet },
        },
      })),
    },
  });
}
