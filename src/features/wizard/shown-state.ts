import type { ShownState } from '../../contract/channel';
import { ProblemError, type OutdatedCall } from '../../contract/call-error';
import type { CompletedNetwork } from '../../checks/new-network/complete-proposed-network';
import { nameOf } from '../../core/network/find';
import type { MessageKey } from '../../messages/en/catalog';
import type { Say } from '../../messages/say';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { chosenTarget } from './attach/chosen-target';
import { completePlan, priceOf } from './derived-plan';
import { derived, type ReadValue } from './derived';
import { chosenWorkspace, isProposing, publicIp, subnetChoice } from './selection';
import type { WizardState } from './state';

/**
 * Returns the state that the page shows, as tokens that change with it. A call that was sent before the page showed the
 * current state is refused, so that it can't act on another subnet, plan, or compute resource than the one that the
 * user saw.
 */
export function createShownState(state: WizardState): {
  readonly current: ReadValue<ShownState>;
  readonly effect: ReadValue<string>;
} {
  const tokens = {
    results: tokenOf(() => placeOf(state)),
    plan: tokenOf(() => plannedIn(state)),
    creation: tokenOf(() => createdIn(state)),
  };
  return {
    current: derived(() => ({
      results: tokens.results(),
      plan: tokens.plan(),
      creation: tokens.creation(),
    })),
    effect: tokenOf(() => effectIn(state)),
  };
}

/** Returns a token that changes whenever the value does. */
function tokenOf(value: ReadValue<readonly unknown[]>): ReadValue<string> {
  const read = derived(value);
  let last: readonly unknown[] | undefined;
  let count = 0;
  return () => {
    const now = read();
    if (now !== last) count += 1;
    last = now;
    return String(count);
  };
}

/** Returns the place and the kind of the results, without name and size, which don't change what a fix is for. */
function placeOf(state: WizardState): readonly unknown[] {
  const { kind, profile, serviceRegions } = state.choices;
  return [...idsOf(state), kind, publicIp(state), profile, serviceRegions, isProposing(state)];
}

function idsOf(state: WizardState): readonly (string | undefined)[] {
  const ids = [subnetChoice(state), chosenWorkspace(state)?.id, chosenTarget(state)?.id];
  return ids.map((id) => id?.toLowerCase());
}

function proposedIn(state: WizardState): unknown {
  return isProposing(state) ? state.proposal?.proposed : null;
}

function plannedIn(state: WizardState): readonly unknown[] {
  const { fixesInCode, fixOptionsInCode } = state.choices;
  const plan = completePlan(state, []);
  return [plan, priceIn(state, plan), proposedIn(state), offeredIn(state), fixesInCode, fixOptionsInCode];
}

function priceIn(state: WizardState, plan: Plan | undefined): unknown {
  return plan && matchPlan(plan, { create: (one) => priceOf(state, one), attach: () => null });
}

function createdIn({ creation }: WizardState): readonly unknown[] {
  return creation ? [creation.plan.workspaceId, creation.plan.name, creation.startedAt] : [];
}

/**
 * Returns what actions do and cost: where, for which results, and with which plan. Doesn't contain names and addresses
 * that the user types, because the user knows them before the page shows them.
 */
function effectIn(state: WizardState): readonly unknown[] {
  const { results = [], today = [] } = state.evaluation ?? {};
  const found = [...results, ...today].map(({ requirement, severity, outcome }) => [
    requirement,
    severity,
    outcome.is,
  ]);
  const { kind, fixesInCode, fixOptionsInCode } = state.choices;
  const plan = completePlan(state, []);
  const subnetId = isProposing(state) ? null : plan?.subnetId;
  return [
    ...[...idsOf(state), kind, publicIp(state), fixesInCode, fixOptionsInCode, found],
    ...[plan && { ...plan, name: '', subnetId }, priceIn(state, plan), offeredIn(state)],
  ];
}

/** Returns what a proposed network contains, apart from its names and addresses. */
function offeredIn(state: WizardState): unknown {
  if (!isProposing(state) || !state.proposal) return null;
  const { proposed, faults, advice, completed } = state.proposal;
  const { resourceGroup, location } = proposed;
  return [resourceGroup, location, faults, advice, completed && changesIn(completed)];
}

function changesIn({ connections, peering, unlinked, fixes }: CompletedNetwork): unknown {
  const offer = connections?.peering;
  const types = fixes.flatMap(({ changes }) => changes.map(({ type }) => type));
  return [offer?.is === 'refused' ? offer.because : offer?.is, peering !== null, unlinked, types];
}

const texts: Readonly<Record<string, MessageKey>> = {
  plan: 'outdated.plan',
  creation: 'outdated.creation',
};

/** Returns the error of a call about something that has changed since the page showed it, with what is selected now. */
export function outdatedError(say: Say, state: WizardState, { about }: OutdatedCall): ProblemError {
  const subnet = subnetChoice(state);
  const message =
    about === 'results' && subnet !== null
      ? say('outdated.subnet', { subnet: nameOf(subnet) })
      : say(texts[about] ?? 'outdated.results');
  return new ProblemError({ code: 'changed', message, retryable: false });
}
