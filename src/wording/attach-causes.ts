import type { FlowSubject } from '../core/check-result';
import type { Say } from '../messages/say';
import { matchPlan, type AttachAccess, type Plan } from '../plans/compute-plan';
import { attachCause, type AzureErrorDetail } from './azure-error-detail';
import { likelyCause, type LikelyCause } from './likely-cause';

/** Checks whether Azure couldn't connect by SSH, and the flow is the one for SSH. */
export function isBlockedSsh(
  plan: Plan,
  details: AzureErrorDetail,
  { direction, ports }: FlowSubject,
): boolean {
  const access = accessOf(plan);
  if (access?.is !== 'ssh' || direction !== 'Inbound') return false;
  return attachCause(details) === 'notReached' && ports.split(', ').includes(String(access.port));
}

/** Returns causes about access from Azure's message. If the network blocks access, that's already a cause. */
export function attachCauses(
  say: Say,
  { plan, details }: { readonly plan: Plan; readonly details: AzureErrorDetail },
  isBlocked: boolean,
): LikelyCause[] {
  const access = accessOf(plan);
  if (!access) return [];
  const cause = attachCause(details);
  if (cause === null || (cause === 'notReached' && isBlocked)) return [];
  const values =
    access.is === 'ssh'
      ? { address: access.address, port: access.port, user: access.user }
      : { address: access.workspaceUrl, port: 443, user: '' };
  return [
    likelyCause('error', say(`attach.likely.${cause}`, values), say(`attach.likely.${cause}Detail`, values)),
  ];
}

/** Returns how Azure ML signs in; null if it creates the machines itself. */
function accessOf(plan: Plan): AttachAccess | null {
  return matchPlan<AttachAccess | null>(plan, { create: () => null, attach: ({ access }) => access });
}
