import type { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import type { FlowSubject } from '../../../core/check-result';
import type { Say } from '../../../messages/say';
import { isAttachPlan, type Plan } from '../../../plans/compute-plan';
import { attachCause } from '../../../wording/azure-error-detail';

type Likely = Creation['likely'][number];

/** True where Azure could not open SSH, and the flow is the one that SSH comes in by. */
export function isBlockedSsh(
  plan: Plan,
  { details }: AzureFailure,
  { direction, ports }: FlowSubject,
): boolean {
  if (!isAttachPlan(plan) || plan.access.is !== 'ssh' || direction !== 'Inbound') return false;
  return attachCause(details) === 'notReached' && ports.split(', ').includes(String(plan.access.port));
}

/** What Azure's words say of the way in; where the network stands in it, that is the cause already. */
export function attachCauses(
  say: Say,
  { plan, failure }: { readonly plan: Plan; readonly failure: AzureFailure },
  isBlocked: boolean,
): Likely[] {
  const told = isAttachPlan(plan) ? attachCause(failure.details) : null;
  if (told === null || !isAttachPlan(plan) || (told === 'notReached' && isBlocked)) return [];
  const values =
    plan.access.is === 'ssh'
      ? { address: plan.access.address, port: plan.access.port, user: plan.access.user }
      : { address: plan.access.workspaceUrl, port: 443, user: '' };
  return [
    {
      icon: 'error',
      rank: '',
      cause: say(`attach.likely.${told}`, values),
      evidence: say(`attach.likely.${told}Told`, values),
      fixIds: [],
    },
  ];
}
