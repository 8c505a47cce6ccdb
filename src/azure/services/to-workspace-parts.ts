import { known, type Known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { ServiceIds, WorkspaceServices } from '../../core/services/services';
import { jsonAt, isJsonObject, listAt, textAt, textsAt, type JsonObject } from '../json';
import { approvedEndpoints } from './to-data-service';

/** The services that a workspace references. */
export interface NamedByWorkspace extends ServiceIds {
  /** Name of the compute resource that builds images. */
  readonly buildCompute: string | null;
}

export function serviceIdsOf(workspace: JsonObject): NamedByWorkspace {
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

/** Converts the parts of a workspace's own body that describe its services (API version 2024-10-01). */
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
    addressList: known(allowedAddresses(workspace)),
    endpointIds: known(approvedEndpoints(workspace)),
    managedEndpointTargets: managedTargets(workspace),
    datastoresByIdentity: known(text('systemDatastoresAuthMode') === 'identity') satisfies Known<boolean>,
    serverlessSubnet: known(
      textAt(workspace, 'properties', 'serverlessComputeSettings', 'serverlessComputeCustomSubnet') ?? null,
    ),
  };
}

/**
 * Returns the allowed addresses. “Enabled from selected IP addresses” is stored in `networkAcls` (private endpoint
 * page, 2025-05-22). It was in `ipAllowlist` before.
 */
function allowedAddresses(workspace: JsonObject): readonly string[] {
  const denies = textAt(workspace, 'properties', 'networkAcls', 'defaultAction')?.toLowerCase() === 'deny';
  const rules = denies ? listAt(workspace, 'properties', 'networkAcls', 'ipRules') : [];
  const values = rules.flatMap((rule) => textAt(rule, 'value') ?? []);
  return [...new Set([...textsAt(workspace, 'properties', 'ipAllowlist'), ...values])];
}

function managedTargets(workspace: JsonObject): readonly ResourceId[] {
  const rules = jsonAt(workspace, 'properties', 'managedNetwork', 'outboundRules');
  if (!isJsonObject(rules)) return [];
  return Object.values(rules).flatMap((rule) => textAt(rule, 'destination', 'serviceResourceId') ?? []);
}
