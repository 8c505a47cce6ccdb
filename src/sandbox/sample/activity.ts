import { colleague } from '../other-user';
import type { World } from '../settings';
import { sampleNetworkId } from './names';

/** The application that deployed the production network. */
const pipeline = 'b1e4a6c2-3f5d-4a07-9c88-7d2e6f10a943';

const day = 24 * 3_600_000;

/** Adds changes from before the sample begins: a deployment of an NSG, and later its rule that blocks everything else. */
export function addActivity({ activity, clock }: World): void {
  const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');
  const at = clock.now();
  const type = 'Microsoft.Network/networkSecurityGroups';
  const done = { operation: undefined };
  activity.add({
    ...done,
    resourceId: group,
    operationName: `${type}/write`,
    caller: pipeline,
    at: at - 41 * day,
  });
  activity.add({
    ...done,
    resourceId: `${group}/securityRules/Deny-All`,
    operationName: `${type}/securityRules/write`,
    caller: colleague,
    at: at - 3 * day,
  });
}
