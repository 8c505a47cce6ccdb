import { findSubnet, idSet } from '../core/network/find';
import type { PrivateEndpoint } from '../core/network/model';
import { displayName } from '../documents/model/display-name';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import type { Problem } from './problem';
import { certainlyCreated } from './resource-of';

const id: FileOnlyCheckId = 'endpoint-in-delegated-subnet';

/**
 * Finds private endpoints that the files create in a delegated subnet: of a checked network, or for a workspace of the
 * files. Azure rejects one after the subnet is delegated (azure-docs issue 47048, 2020-01-29).
 */
export function delegatedEndpoints(check: FileCheck): readonly Problem[] {
  const { declared, subjects } = check;
  const { privateEndpoints } = declared.model;
  if (!privateEndpoints.known) return [];
  const isChecked = idSet(subjects.map(({ network }) => network.id));
  const isWorkspace = idSet(declared.workspaces.map((one) => one.id));
  return privateEndpoints.value.flatMap((endpoint) => {
    const found = findSubnet(declared.model, endpoint.subnetId);
    if (!found || !(isChecked(found.network.id) || isWorkspace(endpoint.targetId))) return [];
    const { delegations, name } = found.subnet;
    const [service] = delegations.known ? delegations.value : [];
    return service === undefined ? [] : toProblem(check, endpoint, { subnet: name, service });
  });
}

function toProblem(
  { declared }: FileCheck,
  { id: endpointId, name }: PrivateEndpoint,
  where: { readonly subnet: string; readonly service: string },
): readonly Problem[] {
  const resource = certainlyCreated(declared, endpointId);
  // A resource that possibly isn't created may be correct.
  if (!resource) return [];
  return [
    {
      id,
      severity: 'warning',
      place: resource.namePlace,
      subnet: '',
      subnetId: endpointId,
      related: [],
      what: { is: 'delegated-endpoint', endpoint: displayName(name), ...where },
    },
  ];
}
