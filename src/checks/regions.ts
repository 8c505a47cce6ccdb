import type { VirtualNetwork } from '../core/network/model';
import type { JudgePlan } from '../core/plan';
import { reason, type Reason } from '../core/reason';

/** ARM location in one spelling: `West Europe` and `westeurope` are the same region. */
export function plainRegion(location: string): string {
  return location.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Regions whose tags must be let through, subnet first, with what was assumed; `because` where none is known. */
export type NeededRegions =
  | { readonly known: true; readonly regions: readonly string[]; readonly assumptions: readonly Reason[] }
  | { readonly known: false; readonly because: Reason };

/** The region of the subnet, and the workspace's too where it differs: both must hold. */
export function neededRegions(network: VirtualNetwork, plan: JudgePlan): NeededRegions {
  const subnet = network.location;
  const workspace = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  if (subnet.known && workspace.known) {
    const regions = [...new Set([subnet.value, workspace.value].map(plainRegion))];
    return { known: true, regions, assumptions: [] };
  }
  if (subnet.known) return assuming(subnet.value, 'judge.assume.workspaceRegion');
  if (workspace.known) return assuming(workspace.value, 'judge.assume.subnetRegion');
  return { known: false, because: subnet.because };
}

function assuming(location: string, key: string): NeededRegions {
  const region = plainRegion(location);
  return { known: true, regions: [region], assumptions: [reason(key, { region })] };
}
