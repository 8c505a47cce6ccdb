import { known, type Known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { WorkspaceServices } from '../../core/services/services';
import { at, isObject, textAt, textsAt, type JsonObject } from '../json';
import { approvedEndpoints } from './to-data-service';

/** Ids of what a workspace keeps its data in; null where it has none. */
export interface ServiceIds {
  readonly storage: ResourceId | null;
  readonly keyVault: ResourceId | null;
  readonly registry: ResourceId | null;
  readonly monitoring: ResourceId | null;
  /** Name of the compute that builds images. */
  readonly buildCompute: string | null;
}

export function serviceIdsOf(workspace: JsonObject): ServiceIds {
  const text = (name: string): string | null => {
    const found = textAt(workspace, 'properties', name) ?? '';
    return found === '' ? null : found;
  };
  return {
    storage: text('storageAccount'),
    keyVault: text('keyVault'),
    registry: text('containerRegistry'),
    monitoring: text('applicationInsights'),
    buildCompute: text('imageBuildCompute'),
  };
}

/** What a workspace's own body says of its services (api 2024-10-01). */
export function workspaceParts(
  workspace: JsonObject,
): Pick<
  WorkspaceServices,
  | 'publicAccess'
  | 'addressList'
  | 'endpointIds'
  | 'managedEndpointTargets'
  | 'datastoresByIdentity'
  | 'serverlessSubnet'
> {
  const text = (name: string): string => (textAt(workspace, 'properties', name) ?? '').toLowerCase();
  return {
    publicAccess: known(text('publicNetworkAccess') !== 'disabled'),
    addressList: known(textsAt(workspace, 'properties', 'ipAllowlist')),
    endpointIds: known(approvedEndpoints(workspace)),
    managedEndpointTargets: managedTargets(workspace),
    datastoresByIdentity: known(text('systemDatastoresAuthMode') === 'identity') satisfies Known<boolean>,
    serverlessSubnet: known(
      textAt(workspace, 'properties', 'serverlessComputeSettings', 'serverlessComputeCustomSubnet') ?? null,
    ),
  };
}

function managedTargets(workspace: JsonObject): readonly ResourceId[] {
  const rules = at(workspace, 'properties', 'managedNetwork', 'outboundRules');
  if (!isObject(rules)) return [];
  return Object.values(rules).flatMap((rule) => textAt(rule, 'destination', 'serviceResourceId') ?? []);
}
