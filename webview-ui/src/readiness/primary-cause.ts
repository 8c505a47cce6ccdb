import type { CauseAction, Readiness } from '@contract/wizard/readiness';
import type { ReadinessMemory } from './readiness-memory';

/**
 * The worst error with a fix, and that fix; null where there is none, or where Readiness is grouped otherwise. A
 * warning doesn't block the next step.
 */
export function primaryCause(
  { state, causes }: Pick<Readiness, 'state' | 'causes'>,
  { by }: Pick<ReadinessMemory, 'by'>,
): { readonly cause: string; readonly action: CauseAction } | null {
  if (state !== 'judged' || by !== 'cause') return null;
  for (const { key, icon, actions } of causes) {
    if (icon !== 'error') continue;
    const action = actions.find(({ does }) => does === 'fix');
    if (action) return { cause: key, action };
  }
  return null;
}
