import type { CauseAction, Readiness } from '@contract/wizard/readiness';
import type { ReadinessMemory } from './readiness-memory';

/**
 * Returns the worst error with its fix, or with the request to its owner; null if there is none, or if Readiness isn't
 * grouped by cause. A warning doesn't block the next step.
 */
export function primaryCause(
  { state, causes }: Pick<Readiness, 'state' | 'causes'>,
  { by }: Pick<ReadinessMemory, 'by'>,
): { readonly cause: string; readonly action: CauseAction } | null {
  if (state !== 'checked' || by !== 'cause') return null;
  for (const { key, icon, actions, needs } of causes) {
    if (icon !== 'error') continue;
    // Without the permission for its fix, the request is the next step.
    const action = needs === null ? actions.find(({ does }) => does === 'fix') : actions[0];
    if (action) return { cause: key, action };
  }
  return null;
}
