import { segmentOf } from '../../../core/network/find';
import { reason, type Reason } from '../../../core/reason';
import { attachUserFault, newUserFault } from '../../ssh-user';
import type { NewTarget } from './new-target';

/**
 * Checks whether an ID is in the workspace's subscription. A network interface and its virtual network are in one
 * subscription, which is also the subscription that the code deploys to.
 */
export function isInSubscription(id: string, workspaceId: string): boolean {
  const [subscription, workspaceSubscription] = [id, workspaceId].map((one) =>
    segmentOf(one, 'subscriptions')?.toLowerCase(),
  );
  return subscription === workspaceSubscription;
}

/** Returns why the ID of the storage account is invalid; null if it's valid. */
export function storageAccountFault(id: string, workspaceId: string): Reason | null {
  if (
    !/^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.Storage\/storageAccounts\/[a-z0-9]{3,24}$/i.test(
      id,
    )
  ) {
    return reason('newTarget.fault.storageAccount');
  }
  return isInSubscription(id, workspaceId) ? null : reason('newTarget.fault.storageElsewhere');
}

/** Returns why the ID of the identity is invalid; null if it's valid. */
export function storageIdentityFault(id: string): Reason | null {
  return /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[\w-]{3,128}$/i.test(
    id,
  )
    ? null
    : reason('newTarget.fault.identity');
}

/** Returns why the name of a size is invalid; null if it's valid. */
export function sizeFault(size: string): Reason | null {
  return /^(?:Basic|Standard)_[A-Za-z0-9_-]{1,60}$/.test(size) ? null : reason('newTarget.fault.size');
}

/** Returns why the administrator of a new virtual machine or cluster is invalid; null if it's valid. */
export function newTargetUserFault(user: NewTarget['adminUser']): Reason | null {
  return attachUserFault(user) ?? newUserFault(user);
}
