import { segmentOf } from '../../../core/network/find';
import { reason, type Reason } from '../../../core/reason';
import { attachUserFault, newUserFault } from '../../ssh-user';
import type { NewTarget } from './new-target';

/** A network interface and its virtual network are of one subscription, and so is the code. */
export function isInSubscription(id: string, workspaceId: string): boolean {
  const [ofId, ofWorkspace] = [id, workspaceId].map((one) => segmentOf(one, 'subscriptions')?.toLowerCase());
  return ofId === ofWorkspace;
}

/** What is wrong with the ID of the storage account; null where nothing is. */
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

/** What is wrong with the ID of the identity; null where nothing is. */
export function storageIdentityFault(id: string): Reason | null {
  return /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[\w-]{3,128}$/i.test(
    id,
  )
    ? null
    : reason('newTarget.fault.identity');
}

/** What is wrong with the administrator of a new machine; null where nothing is. */
export function newTargetUserFault(user: NewTarget['adminUser']): Reason | null {
  return attachUserFault(user) ?? newUserFault(user);
}
