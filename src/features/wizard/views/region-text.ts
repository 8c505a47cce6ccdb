import { regionDisplayName } from '../../../core/azure-facts/regions';

/** A region as people know it (“West Europe”); an unknown one as Azure spells it. */
export function formatRegion(location: string): string {
  return regionDisplayName(location) ?? location;
}
