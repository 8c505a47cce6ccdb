import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { settingsOf, type ResourceChange } from '../../core/resource-change';
import type { Value } from '../../documents/evaluate/value';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredResource } from '../../documents/model/declared-resource';
import { identityOf } from '../../documents/model/parts';

/**
 * Returns the reason why a delegation can't be removed: a resource of the same files uses the subnet for that service.
 */
export function whyDelegated(
  declared: DeclaredNetwork,
  changes: readonly ResourceChange[],
): Reason | undefined {
  for (const { property, id } of changes.flatMap(settingsOf)) {
    if (property !== 'delegations') continue;
    const users = delegatedUsers(declared, id);
    if (users.length === 0) continue;
    return reason('file.fix.delegationUsed', {
      subnet: nameOf(id),
      users: users.map(({ type, name }) => `${name} (${type})`),
    });
  }
  return undefined;
}

/** Returns resources of the services that a subnet is delegated to and that use it, or whose subnet isn't known. */
function delegatedUsers(
  { model, resources }: DeclaredNetwork,
  subnetId: ResourceId,
): readonly DeclaredResource[] {
  const delegations = findSubnet(model, subnetId)?.subnet.delegations;
  const services = (delegations?.known === true ? delegations.value : []).map(providerOf);
  return resources.filter(
    (one) => !one.isExisting && services.includes(providerOf(one.type)) && mayUse(one.body, subnetId),
  );
}

/** Returns `microsoft.web` for `Microsoft.Web/serverFarms`. */
function providerOf(type: string): string {
  return type.toLowerCase().split('/')[0] ?? '';
}

/** Returns whether a value refers to the subnet by ID or, as in Azure Databricks, by name, or to a subnet that isn't known. */
function mayUse(value: Value, subnetId: ResourceId, member = ''): boolean {
  switch (value.is) {
    case 'object':
      return [...value.members].some(([name, one]) => mayUse(one, subnetId, name));
    case 'array':
      return value.items.some((one) => mayUse(one, subnetId, member));
    case 'text':
      return namesSubnet(value, subnetId) || (isOfSubnet(member) && sameId(value.value, nameOf(subnetId)));
    case 'unknown':
      return namesSubnet(value, subnetId) || (isOfSubnet(member) && !namesAnySubnet(value));
    default:
      return false;
  }
}

function namesSubnet(value: Value, subnetId: ResourceId): boolean {
  const id = identityOf(value);
  return id !== null && sameId(id, subnetId);
}

/** Returns whether an ID contains a known subnet, even if other parts aren't known. */
function namesAnySubnet(value: Value): boolean {
  return /\/subnets\/[^/‹›]+$/i.test(identityOf(value) ?? '');
}

function isOfSubnet(member: string): boolean {
  return /subnet/i.test(member);
}
