import type { ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { networkReadApiVersion } from './network-api-versions';
import type { JsonObject } from '../json';
import { readRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';

/** Types of `Microsoft.Network` that are read individually. */
export type NetworkType =
  | 'azureFirewalls'
  | 'firewallPolicies'
  | 'ipGroups'
  | 'natGateways'
  | 'networkSecurityGroups'
  | 'privateEndpoints'
  | 'routeTables'
  | 'serviceEndpointPolicies'
  | 'virtualNetworks';

interface ResourceQuery {
  /** Any ID below the resource's subscription and resource group. */
  readonly id: ResourceId;
  readonly type: NetworkType;
  readonly name: string;
  /** Member that Azure returns only if it is expanded. */
  readonly expand?: string;
}

/** Reads a network resource as Azure sends it. */
export async function getResource(
  { clients, signal }: { readonly clients: Clients; readonly signal: AbortSignal },
  resourceQuery: ResourceQuery,
): Promise<JsonObject> {
  const { subscriptionId, resourceGroup } = resourceParts(resourceQuery.id);
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
  const path = `${scope}/providers/Microsoft.Network/${resourceQuery.type}/${resourceQuery.name}`;
  const expand =
    resourceQuery.expand === undefined ? '' : `&$expand=${encodeURIComponent(resourceQuery.expand)}`;
  const url = `${urlOf(clients.endpoint, path, networkReadApiVersion)}${expand}`;
  return readRaw(clients.rawNetwork(subscriptionId), { url, signal });
}
