import { segmentOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { isComputeKind } from '../../../core/compute-kinds';
import type { PlanToCheck } from '../../../core/plan';
import type { WorkspaceServices } from '../../../core/services/services';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';

/** The workspace of the services, and the network that resolves their host names. */
interface ServicesOf {
  readonly workspaceId: ResourceId;
  /** null in a managed virtual network. */
  readonly networkId: ResourceId | null;
}

/** Returns the services of a plan's workspace if they were already read. */
export function knownServices(reads: Reads, plan: PlanToCheck): WorkspaceServices | undefined {
  const of = servicesOf(plan);
  return of && readValue(reads.services(of.workspaceId, of.networkId).peek());
}

/**
 * Reads the services when a node is expanded; lists don't request them. If the read fails, their requirements aren't
 * checked.
 */
export async function readServicesOf(reads: Reads, plan: PlanToCheck): Promise<void> {
  const of = servicesOf(plan);
  if (of) await reads.services(of.workspaceId, of.networkId).get();
}

/**
 * Returns the query for the services of a plan. Attached resources have their own requirements, which don't use
 * services.
 */
function servicesOf({ workspace, kind, subnetId }: PlanToCheck): ServicesOf | undefined {
  if (!workspace.known || !kind.known || !isComputeKind(kind.value)) return undefined;
  const networkId = subnetId === null ? null : subnetId.replace(/\/subnets\/[^/]+$/i, '');
  // A placeholder isn't a real workspace, so its services can't be read.
  if (segmentOf(workspace.value.id, 'workspaces') === undefined) return undefined;
  return { workspaceId: workspace.value.id, networkId };
}
