import type { World } from '../settings';
import { sampleGroupId } from './names';

const notAllowedTypes =
  '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749';

/**
 * Adds a lock on the resource group of a network (case 30), and a policy against public IPs on the resource group of
 * another.
 */
export function addGovernance({ governance }: World): void {
  const locked = sampleGroupId('rg-legacy');
  const lockId = `${locked}/providers/Microsoft.Authorization/locks/keep-2020`;
  governance.locks.set(lockId.toLowerCase(), {
    id: lockId,
    name: 'keep-2020',
    scope: locked,
    level: 'CanNotDelete',
    notes: 'Until the audit of 2020 is closed',
  });
  const labGroup = sampleGroupId('rg-lab');
  const assignmentId = `${labGroup}/providers/Microsoft.Authorization/policyAssignments/no-public-ip`;
  governance.policies.assignments.set(assignmentId.toLowerCase(), {
    id: assignmentId,
    name: 'no-public-ip',
    properties: {
      displayName: 'No public IP addresses in the lab',
      policyDefinitionId: notAllowedTypes,
      enforcementMode: 'Default',
      parameters: { listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] } },
      scope: labGroup,
    },
  });
}
