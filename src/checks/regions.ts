import { known, unknown, type Known } from '../core/known';
import type { VirtualNetwork } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import { isUnstated, regionOf } from '../core/unstated-region';

/** Normalizes an ARM location: `West Europe` and `westeurope` are the same region. */
export function plainRegion(location: string): string {
  return isUnstated(location) ? location : location.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Returns whether two regions are the same. Unknown if one isn't stated and the other is a different expression. */
export function isSameRegion(one: Known<string>, other: Known<string>): Known<boolean> {
  const [a, b] = [regionOf(one), regionOf(other)];
  if (a !== undefined && b !== undefined && plainRegion(a) === plainRegion(b)) return known(true);
  if (one.known && other.known) return known(false);
  return unknown(one.known ? becauseOf(other) : becauseOf(one));
}

function becauseOf(location: Known<string>): Reason {
  return location.known ? reason('document.noLocation') : location.because;
}

/** Regions whose tags must be allowed, the subnet's first, with the assumptions; `because` if none is known. */
export type NeededRegions =
  | { readonly known: true; readonly regions: readonly string[]; readonly assumptions: readonly Reason[] }
  | { readonly known: false; readonly because: Reason };

/** Returns the region of the subnet and, if it differs, of the workspace: both must be allowed. */
export function neededRegions(network: VirtualNetwork, plan: PlanToCheck): NeededRegions {
  const { location } = network;
  const subnet = regionOf(location);
  const workspace = plan.workspace.known ? regionOf(plan.workspace.value.location) : undefined;
  if (subnet !== undefined && workspace !== undefined) {
    const regions = [...new Set([subnet, workspace].map(plainRegion))];
    return { known: true, regions, assumptions: [] };
  }
  if (subnet !== undefined) return assuming(subnet, 'check.assume.workspaceRegion');
  if (workspace !== undefined) return assuming(workspace, 'check.assume.subnetRegion');
  return { known: false, because: becauseOf(location) };
}

function assuming(location: string, key: string): NeededRegions {
  const region = plainRegion(location);
  return { known: true, regions: [region], assumptions: [reason(key, { region })] };
}
