import { nameOf } from '../core/network/find';
import type { Subnet } from '../core/network/model';
import { anySubnet } from '../documents/model/any-subnet';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck, SubjectCheck } from './check-files';
import type { Problem } from './problem';
import { certainlyCreated } from './resource-of';

const id: FileOnlyCheckId = 'unassociated-security-group';

/** Subnets that don't have an NSG, or one for another purpose (virtual network FAQ, 2025-07-15). */
const ofServices: ReadonlySet<string> = new Set([
  'azurebastionsubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'gatewaysubnet',
  'routeserversubnet',
]);

/**
 * Finds NSGs with a rule for Azure Machine Learning that no subnet uses, although the same deployment has a subnet
 * without an NSG. A subnet whose NSG isn't known, or a module that wasn't read, might use it.
 */
export function unassociatedGroups(check: FileCheck): readonly Problem[] {
  const unused = check.subjects.filter(({ subnet }) => subnet.name === anySubnet);
  if (unused.length === 0 || check.unread.length > 0) return [];
  const { model, referencedSubnets } = check.declared;
  const subnets = model.virtualNetworks
    .flatMap((one) => one.subnets)
    .filter((one) => one.name !== anySubnet && !referencedSubnets.has(one.id.toLowerCase()));
  if (subnets.some(({ securityGroup }) => !securityGroup.known)) return [];
  const free = subnets.filter(isWithoutGroup);
  if (free.length === 0) return [];
  return unused.flatMap((one) => toProblem(check, one, free));
}

function isWithoutGroup({ name, securityGroup, delegations }: Subnet): boolean {
  const isOfService =
    ofServices.has(name.toLowerCase()) || (delegations.known && delegations.value.length > 0);
  return securityGroup.known && securityGroup.value === null && !isOfService;
}

function toProblem(
  { declared }: FileCheck,
  { subnet: { securityGroup } }: SubjectCheck,
  free: readonly Subnet[],
): readonly Problem[] {
  const groupId = (securityGroup.known && securityGroup.value) || '';
  const resource = certainlyCreated(declared, groupId);
  if (!resource) return [];
  return [
    {
      id,
      severity: 'warning',
      place: resource.namePlace,
      subnet: '',
      subnetId: groupId,
      related: [],
      what: { is: 'unassociated-group', group: nameOf(groupId), subnets: free.map(({ name }) => name) },
    },
  ];
}
