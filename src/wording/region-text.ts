import { regionDisplayName } from '../core/azure-facts/regions';

/** Returns a region's display name (“West Europe”), or Azure's name if it's unknown. */
export function formatRegion(location: string): string {
  return regionDisplayName(location) ?? location;
}
