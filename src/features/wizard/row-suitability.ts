import { isComputeKind } from '../../core/compute-kinds';
import { unfitReason } from '../../checks/subnet-suitability';
import type { AttachTarget } from '../../core/attach-target';
import { emptyModel } from '../../core/network/empty-model';
import { reason, type Reason } from '../../core/reason';
import { subnetsOf } from './attach/chosen-target';
import { publicIp } from './selection';
import { cloudOf, planToCheck, planIn } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** Why a subnet cannot be used for the plan, in short form; null where it can (or where nothing is read). */
export function fitOf(state: WizardState, subnetId: string): Reason | null {
  const model = loadedValue(state.networks);
  if (!model) return null;
  const reasons = reasonsOf(state);
  const before = reasons.get(subnetId);
  if (before !== undefined) return before;
  const found = unfitReason(model, planToCheck(state, subnetId)) ?? lockedGroup(state, subnetId);
  reasons.set(subnetId, found);
  return found;
}

/** Nodes with a public IP have network parts of their own in the network's group, which a read-only lock keeps out. */
function lockedGroup(state: WizardState, subnetId: string): Reason | null {
  if (!isComputeKind(state.choices.kind) || !publicIp(state)) return null;
  const id = subnetId.toLowerCase();
  const isLocked = state.locks.some(
    ({ level, scope }) => level === 'ReadOnly' && `${id}/`.startsWith(`${scope.toLowerCase()}/`),
  );
  return isLocked ? reason('list.lockedGroup') : null;
}

/** Why a target cannot be attached, in short form; null where it can (or where nothing is read). */
export function targetFit(state: WizardState, target: AttachTarget): Reason | null {
  const reasons = reasonsOf(state);
  const before = reasons.get(target.id);
  if (before !== undefined) return before;
  const subnets = subnetsOf(target);
  const model = loadedValue(state.networks) ?? emptyModel(cloudOf(state));
  const found = (subnets.length > 0 ? subnets : [null]).map((subnet) =>
    unfitReason(model, planIn(state, subnet, target)),
  );
  const why = found.find((one) => one !== undefined) ?? null;
  reasons.set(target.id, why);
  return why;
}

/** What a plan is made of: whoever shows the lists anew, since a row was checked, need not ask again who fits. */
const parts = [
  'choices',
  'connection',
  'workspaces',
  'networks',
  'locks',
  'targets',
  'computes',
  'otherComputes',
  'creation',
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
