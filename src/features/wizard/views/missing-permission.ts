import type { AzureFailure } from '../../../azure/failure';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { Plan } from '../../../plans/compute-plan';
import { refusesToJoin } from '../../../wording/azure-error-detail';

/** Which role is missing on what, as far as Azure's code tells; its words name the action where the code does not. */
export function missingPermission(say: Say, { details }: AzureFailure, plan: Plan): string {
  const { subnetId } = plan;
  if (subnetId !== null && refusesToJoin(details)) {
    return say('create.likely.joinEvidence', {
      subnet: nameOf(subnetId),
      network: segmentOf(subnetId, 'virtualNetworks') ?? '',
      group: segmentOf(subnetId, 'resourceGroups') ?? '',
    });
  }
  if (details.serviceCode === 'AuthorizationFailed') {
    return say('create.likely.writeEvidence', { workspace: nameOf(plan.workspaceId) });
  }
  return say('create.likely.permissionEvidence');
}
