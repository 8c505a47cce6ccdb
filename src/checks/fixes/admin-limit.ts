import type { Outcome } from '../../core/check-result';
import { segmentOf } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';

/** Why nothing here fixes what a network manager's rule stops, and whom to ask; undefined for every other result. */
export function adminLimit(verdict: Outcome): Reason | undefined {
  if (verdict.is !== 'blocked' && verdict.is !== 'partly-blocked') return undefined;
  const { by } = verdict;
  if (by.kind !== 'rule' || by.level !== 'network-manager') return undefined;
  const manager = segmentOf(by.groupId, 'networkManagers') ?? '';
  return reason('fix.limit.adminRule', { manager, name: by.name, configuration: by.groupName });
}
