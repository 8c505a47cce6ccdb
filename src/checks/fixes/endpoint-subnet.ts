import { endpointAddressCount } from '../../core/azure-facts/endpoint-addresses';
import { reservedSubnetNames } from '../../core/azure-facts/limits';
import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { Subnet } from '../../core/network/model';
import { usableAddresses } from '../settings/addresses';
import { partChanges, type Draft } from './draft';
import type { DraftContext } from './draft-context';

/**
 * Returns the subnet of the compute resource's network for new private endpoints. It prefers one that already has
 * endpoints, then any that supports them, then the compute resource's own. If two are equal, it prefers one without
 * network policies for endpoints.
 */
export function endpointSubnetFor(
  draft: Draft,
  context: DraftContext,
  groups: readonly string[],
): Subnet | undefined {
  const needed = groups.reduce((sum, group) => sum + endpointAddressCount(group), 0);
  const rank = (subnet: Subnet): number => placeOf(subnet, context) * 2 + (policiesAreOff(subnet) ? 0 : 1);
  return context.place.network.subnets
    .filter((subnet) => supportsEndpoints(subnet) && freeIn(subnet, draft, context) >= needed)
    .sort((a, b) => rank(a) - rank(b))[0];
}

/**
 * True if the subnet supports endpoints. A delegated subnet doesn't (“has a delegation and cannot be used”, azure-docs
 * issue 47048).
 */
function supportsEndpoints({ name, delegations }: Subnet): boolean {
  const isReserved = reservedSubnetNames.includes(name.toLowerCase());
  return !isReserved && delegations.known && delegations.value.length === 0;
}

function placeOf({ id }: Subnet, { model, place }: DraftContext): number {
  const hasEndpoints = valueOr(model.privateEndpoints, []).some((one) => sameId(one.subnetId, id));
  if (hasEndpoints) return 0;
  return sameId(id, place.subnet.id) ? 2 : 1;
}

function policiesAreOff({ privateEndpointNetworkPolicies: policies }: Subnet): boolean {
  return policies.known && policies.value.toLowerCase() === 'disabled';
}

/**
 * Returns the number of addresses that are certainly free, without those for the plan and for other parts of the draft.
 */
function freeIn(subnet: Subnet, draft: Draft, { model, plan, place }: DraftContext): number {
  const usable = usableAddresses(subnet);
  const isOwn = sameId(subnet.id, place.subnet.id);
  const occupied = [subnet.addressesInUse, ...(isOwn ? [plan.maxNodes, plan.reservedAddresses] : [])];
  if (!usable.known || occupied.some((one) => !one.known)) return 0;
  const standing = valueOr(model.privateEndpoints, []);
  const drafted = partChanges(draft)
    .flatMap((one) => (one.type === 'endpoint' && one.after ? [{ id: one.id, ...one.after }] : []))
    .filter((one) => sameId(one.subnet, subnet.id))
    .filter(({ id }) => !standing.some((one) => sameId(one.id, id)));
  return (
    usable.value -
    occupied.reduce((sum, one) => sum + valueOr(one, 0), 0) -
    drafted.reduce((sum, { group }) => sum + endpointAddressCount(group), 0)
  );
}
