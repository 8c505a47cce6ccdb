import { checkForRow, type CheckInput } from '../../checks/check-subnet';
import { isSameFacts } from '../../checks/check-subnet-cached';
import { summarize, type Summary } from '../../checks/summary';
import type { OutcomeCell } from '../../contract/wizard/shared-schemas';
import type { AttachTarget } from '../../core/attach-target';
import { findSubnet, findVirtualNetwork } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { CheckResult } from '../../core/check-result';
import { reason } from '../../core/reason';
import { sayReason, type Say } from '../../messages/say';
import { findAttachTarget } from './attach/chosen-target';
import { compareSummaries, checkTargetSubnets } from './attach/target-summary';
import type { WizardContext } from './context';
import { planToCheck } from './derived-plan';
import { checkInputOf } from './check-input';
import { fitOf } from './row-suitability';
import { loadedValue, type RowOutcome, type WizardState } from './state';

/** Verdicts of list rows that came into view; what is checked once stays until plan or network change. */
export function checkRows(context: WizardContext, ids: readonly ResourceId[]): readonly RowAnswer[] {
  const { store, ports } = context;
  const state = store.get();
  const before = state.rowVerdicts;
  const unknown = ids.filter((id) => !before.has(id));
  const rowVerdicts = new Map([...before, ...rowOutcomes(state, unknown)]);
  store.set({ rowVerdicts });
  return ids.flatMap((id) => {
    const outcome = formatRowOutcome(ports.say, rowVerdicts.get(id));
    return outcome ? [{ id, outcome }] : [];
  });
}

interface RowAnswer {
  readonly id: string;
  readonly outcome: OutcomeCell;
}

/** What the check says of rows by what is known in `state`, one by one; of an id that is none, nothing. */
export function* rowOutcomes(
  state: WizardState,
  ids: readonly ResourceId[],
): Generator<readonly [ResourceId, RowOutcome]> {
  const model = loadedValue(state.networks);
  if (!model) return;
  const row: RowContext = { state, model };
  for (const id of ids) {
    const outcome = rowOutcome(row, id);
    if (outcome) yield [id, outcome];
  }
}

interface RowContext {
  readonly state: WizardState;
  readonly model: NetworkModel;
}

function rowOutcome(row: RowContext, id: ResourceId): RowOutcome | undefined {
  const { state, model } = row;
  const target = findAttachTarget(state, id);
  if (target) return targetOutcome(state, target);
  if (findSubnet(model, id)) return subnetOutcome(subnetSummary(row, id));
  const network = findVirtualNetwork(model, id);
  if (!network) return undefined;
  const fit = network.subnets.filter((one) => fitOf(state, one.id) === null);
  return networkOutcome(fit.map((one) => subnetSummary(row, one.id)));
}

/** The worst of its subnets. */
function targetOutcome(state: WizardState, target: AttachTarget): RowOutcome {
  const [worst = []] = [...checkTargetSubnets(state, target).values()].sort((a, b) =>
    compareSummaries(summarize(b), summarize(a)),
  );
  return subnetOutcome(rowSummary(worst));
}

export interface RowSummary extends Summary {
  readonly toAppliance: boolean;
}

interface KeptSummary {
  readonly plan: string;
  readonly facts: CheckInput;
  readonly summary: RowSummary;
}

/** The last result of each subnet: rows are checked again after each reading, and most readings change none of them. */
const kept = new WeakMap<NetworkModel, Map<ResourceId, KeptSummary>>();

function subnetSummary({ state, model }: RowContext, id: ResourceId): RowSummary {
  const facts = checkInputOf(state, id);
  if (!facts) return rowSummary([]);
  const plan = planToCheck(state, id);
  const key = JSON.stringify(plan);
  const summaries = kept.get(model) ?? new Map<ResourceId, KeptSummary>();
  const before = summaries.get(id);
  if (before?.plan === key && isSameFacts(before.facts, facts)) return before.summary;
  const summary = rowSummary(checkForRow(model, plan, facts));
  kept.set(model, summaries.set(id, { plan: key, facts, summary }));
  return summary;
}

export function rowSummary(results: readonly CheckResult[]): RowSummary {
  return { ...summarize(results), toAppliance: results.some(isHandedOn) };
}

function isHandedOn(result: CheckResult): boolean {
  return result.outcome.is === 'handed-on' && result.severity === 'error';
}

/** A row's outcome in words; null where it was not checked. */
export function formatRowOutcome(say: Say, outcome: RowOutcome | undefined): OutcomeCell | null {
  return outcome
    ? { icon: outcome.icon, text: outcome.text.map((one) => sayReason(say, one)).join(', ') }
    : null;
}

/** “3 to fix, 1 unknown”, “Ready”, “Goes to an appliance”. */
export function subnetOutcome(summary: RowSummary): RowOutcome {
  const { toFix, unknown, advised, onlyByDefault, toAppliance, ready, dnsUnchecked } = summary;
  if (toFix > 0) {
    const rest = unknown > 0 ? [reason('count.unknown', { n: unknown })] : [];
    return { icon: 'error', text: [reason('count.toFix', { n: toFix }), ...rest] };
  }
  if (toAppliance) return { icon: 'appliance', text: [reason('count.appliance')] };
  // As Readiness says it: what is unknown beside what Azure refuses leaves it ready.
  if (!ready) return { icon: 'unknown', text: [reason('count.unknown', { n: unknown })] };
  if (dnsUnchecked) return { icon: 'unknown', text: [reason('count.readyDns')] };
  if (advised > 0) return { icon: 'pass', text: [reason('count.readyAdvised', { n: advised })] };
  return onlyByDefault > 0
    ? { icon: 'pass-default', text: [reason('count.readyDefault')] }
    : { icon: 'pass', text: [reason('count.ready')] };
}

/** “1 of 8 ready, 3 to fix”, “2 of 2, by default rules”. */
function networkOutcome(subnets: readonly RowSummary[]): RowOutcome {
  const m = subnets.length;
  if (m === 0) return { icon: 'unfit', text: [reason('count.noneFits')] };
  const ready = subnets.filter((one) => one.ready);
  const n = ready.length;
  if (n === 0 && subnets.some((one) => one.toAppliance)) {
    return { icon: 'appliance', text: [reason('count.appliance')] };
  }
  if (n < m) {
    const k = subnets.filter((one) => one.toFix > 0).length;
    const text =
      k > 0 ? reason('count.networkReadyToFix', { n, m, k }) : reason('count.networkReady', { n, m });
    return { icon: n > 0 ? 'pass' : k > 0 ? 'error' : 'unknown', text: [text] };
  }
  if (ready.some((one) => one.dnsUnchecked)) {
    return { icon: 'unknown', text: [reason('count.networkReadyDns', { n, m })] };
  }
  return ready.every((one) => one.onlyByDefault > 0)
    ? { icon: 'pass-default', text: [reason('count.networkDefault', { n, m })] }
    : { icon: 'pass', text: [reason('count.networkReady', { n, m })] };
}
