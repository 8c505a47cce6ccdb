import { known } from '../core/known';
import { findById } from '../core/network/find';
import { isNodeKind } from '../core/compute-kinds';
import { reason, type Reason } from '../core/reason';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { textPart } from '../documents/model/parts';
import { displayName } from '../documents/model/display-name';
import type { DeclaredCompute } from '../documents/model/to-compute';
import type { SourceRange } from '../documents/source/source-range';

/** A compute resource in a file whose network isn't checked. */
export interface UncheckedCompute {
  readonly name: string;
  readonly place: SourceRange;
  readonly because: Reason;
}

/**
 * Returns compute resources that certainly don't use a checked subnet, so that none is overlooked. They don't have a
 * network of the files, are of another kind, aren't created with these values, or belong to other services in a virtual
 * network.
 */
export function uncheckedCompute(declared: DeclaredNetwork): readonly UncheckedCompute[] {
  const ofAzureMl = declared.computes.flatMap((one) => {
    const because = whyUnchecked(declared, one);
    return because ? [{ name: one.name, place: one.namePlace, because }] : [];
  });
  const others = declared.resources.flatMap((one) => {
    const because = one.isExisting ? undefined : whyOther(one);
    return because ? [{ name: displayName(one.name), place: one.namePlace, because }] : [];
  });
  const omitted = declared.omittedComputeResources.filter(usesAnyNetwork).map(({ name, namePlace }) => ({
    name: displayName(name),
    place: namePlace,
    because: reason('terminal.unchecked.omitted'),
  }));
  return [...ofAzureMl, ...others, ...omitted];
}

/**
 * Returns the reason. Undefined if the subnet is known or possibly exists: then it's checked, or reported as being
 * elsewhere.
 */
function whyUnchecked(declared: DeclaredNetwork, compute: DeclaredCompute): Reason | undefined {
  const { kind, subnetId, workspaceId } = compute;
  if (kind.known && !isNodeKind(kind.value)) return reason('terminal.unchecked.attached');
  if (!subnetId.known || subnetId.value !== null) return undefined;
  const managed = findById(declared.workspaces, workspaceId)?.managedNetwork;
  const isManaged = managed?.known === true && managed.value !== 'disabled';
  return reason(isManaged ? 'terminal.unchecked.managed' : 'terminal.unchecked.noSubnet');
}

/** Returns the reason for a Databricks workspace with VNet injection, or an HDInsight cluster. */
function whyOther(resource: DeclaredResource): Reason | undefined {
  switch (resource.type) {
    case 'microsoft.databricks/workspaces':
      return usesNetwork(resource)
        ? reason('terminal.unchecked.service', { service: 'Azure Databricks' })
        : undefined;
    case 'microsoft.hdinsight/clusters':
      return reason('terminal.unchecked.service', { service: 'Azure HDInsight' });
    default:
      return undefined;
  }
}

/** Returns whether a resource uses a network. Databricks without VNet injection doesn't use one that could be checked. */
function usesAnyNetwork(resource: DeclaredResource): boolean {
  return resource.type !== 'microsoft.databricks/workspaces' || usesNetwork(resource);
}

function usesNetwork(resource: DeclaredResource): boolean {
  const id = textPart(propertyOf(resource, 'parameters', 'customVirtualNetworkId', 'value'), known(''));
  return !id.known || id.value !== '';
}
