import { unfitReason } from '../../checks/fitness';
import type { Reason } from '../../core/reason';
import { judgePlan } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** Why a subnet cannot be used for the plan, in short form; null where it can (or where nothing is read). */
export function fitOf(state: WizardState, subnetId: string): Reason | null {
  const model = loadedValue(state.networks);
  if (!model) return null;
  const reasons = reasonsOf(state);
  const before = reasons.get(subnetId);
  if (before !== undefined) return before;
  const found = unfitReason(model, judgePlan(state, subnetId)) ?? null;
  reasons.set(subnetId, found);
  return found;
}

/** What a plan is made of: whoever shows the lists anew, since a row was judged, need not ask again who fits. */
const parts = [
  'choices',
  'connection',
  'workspaces',
  'networks',
  'computes',
  'otherComputes',
  'vmSizes',
  'quotas',
] as const satisfies readonly (keyof WizardState)[];

interface Kept {
  readonly of: WizardState;
  readonly reasons: Map<string, Reason | null>;
}

const keptByChoices = new WeakMap<WizardState['choices'], Kept>();

function reasonsOf(state: WizardState): Kept['reasons'] {
  const kept = keptByChoices.get(state.choices);
  if (kept && parts.every((part) => kept.of[part] === state[part])) return kept.reasons;
  const reasons: Kept['reasons'] = new Map();
  keptByChoices.set(state.choices, { of: state, reasons });
  return reasons;
}
