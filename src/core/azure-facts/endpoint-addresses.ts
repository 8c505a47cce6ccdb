/**
 * Number of addresses that a private endpoint uses by sub-resource. A workspace uses one for the API, one for
 * notebooks, and one for online endpoints (machine-learning/how-to-custom-dns, 2026-03-26). A registry uses one for
 * itself and one for its data (container-registry/container-registry-private-link, 2023-10-31).
 */
const addressesByGroup: Readonly<Record<string, number>> = { amlworkspace: 3, registry: 2 };

export function endpointAddressCount(group: string): number {
  return addressesByGroup[group.toLowerCase()] ?? 1;
}
