import { segmentOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { isComputeKind } from '../../../core/compute-kinds';
import type { PlanToCheck } from '../../../core/plan';
import type { WorkspaceServices } from '../../../core/services/services';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';

/** Whose services count, and for which network names are answered. */
interface ServicesOf {
  readonly workspaceId: ResourceId;
  /** Null in a managed network. */
  readonly networkId: ResourceId | null;
}

/** Services of a plan's workspace, where somebody opened a line of it already. */
export function knownServices(reads: Reads, plan: PlanToCheck): WorkspaceServices | undefined {
  const of = servicesOf(plan);
  return of && readValue(reads.services(of.workspaceId, of.networkId).peek());
}

/** Reads them for a line that is opened; lists ask for nothing. What fails leaves their rows not asked. */
export async function readServicesOf(reads: Reads, plan: PlanToCheck): Promise<void> {
  const of = servicesOf(plan);
  if (of) await reads.services(of.workspaceId, of.networkId).get();
}

/** What is attached has requirements of its own, and none of them asks for services. */
function servicesOf({ workspace, kind, subnetId }: PlanToCheck): ServicesOf | undefined {
  if (!workspace.known || !kind.known || !isComputeKind(kind.value)) return undefined;
  const networkId = subnetId === null ? null : subnetId.replace(/\/subnets\/[^/]+$/i, '');
  // A workspace that stands for none has no address to be asked at.
  if (segmentOf(workspace.value.id, 'workspaces') === undefined) return undefined;
  return { workspaceId: workspace.value.id, networkId };
}
