import type { AzureFailure } from '../../../azure/failure';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import type { ComputePlan } from '../../../plans/compute-plan';

/** Of what a compute is joined to, only a network and its subnets have this action. */
const joinAction = /Microsoft\.Network\/virtualNetworks\/(?:subnets\/)?join\/action/i;

/** Which role is missing on what, as far as Azure's code tells; its words name the action where the code does not. */
export function missingPermission(say: Say, { details }: AzureFailure, plan: ComputePlan): string {
  const { serviceCode, serviceMessage = '' } = details;
  const { subnetId } = plan;
  if (serviceCode === 'LinkedAuthorizationFailed' && subnetId !== null && joinAction.test(serviceMessage)) {
    return say('create.likely.joinEvidence', {
      subnet: nameOf(subnetId),
      network: segmentOf(subnetId, 'virtualNetworks') ?? '',
      group: segmentOf(subnetId, 'resourceGroups') ?? '',
    });
  }
  if (serviceCode === 'AuthorizationFailed') {
    return say('create.likely.writeEvidence', { workspace: nameOf(plan.workspaceId) });
  }
  return say('create.likely.permissionEvidence');
}
