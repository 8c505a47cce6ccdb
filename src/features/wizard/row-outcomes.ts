import { checkForRow, type CheckInput } from '../../checks/check-subnet';
import { isSameFacts } from '../../checks/check-subnet-cached';
import { summarize, type Summary } from '../../checks/summary';
import type { OutcomeCell } from '../../contract/wizard/shared-schemas';
import type { AttachTarget } from '../../core/attach-target';
import { findSubnet, findVirtualNetwork } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { CheckResult } from '../../core/check-result';
import type { Say } from '../../messages/say';
import { findAttachTarget } from './attach/chosen-target';
import { compareSummaries, checkTargetSubnets } from './attach/target-summary';
import type { WizardContext } from './context';
import { planToCheck } from './derived-plan';
import { checkInputOf } from './check-input';
import { fitOf } from './row-suitability';
import { loadedValue, type WizardState } from './state';

/** Verdicts of list rows that came into view; what is checked once stays until plan or network change. */
export function checkRows(context: WizardContext, ids: readonly ResourceId[]): readonly RowAnswer[] {
  const { store, ports } = context;
  const state = store.get();
  const before = state.rowVerdicts;
  const answers = ids.flatMap((id) => {
    const verdict = before.get(id);
    return verdict ? [{ id, verdict }] : [];
  });
  const unknown = ids.filter((id) => !before.has(id));
  const fresh = [...rowOutcomes(ports.say, state, unknown)];
  store.set({ rowVerdicts: new Map([...before, ...fresh.map(({ id, verdict }) => [id, verdict] as const)]) });
  return [...answers, ...fresh];
}

interface RowAnswer {
  readonly id: string;
  readonly verdict: OutcomeCell;
}

/** What the check says of rows by what is known in `state`, one by one; of an id that is none, nothing. */
export function* rowOutcomes(say: Say, state: WizardState, ids: readonly ResourceId[]): Generator<RowAnswer> {
  const model = loadedValue(state.networks);
  if (!model) return;
  const row: RowContext = { say, state, model };
  for (const id of ids) {
    const verdict = rowOutcome(row, id);
    if (verdict) yield { id, verdict };
  }
}

interface RowContext {
  readonly say: Say;
  readonly state: WizardState;
  readonly model: NetworkModel;
}

function rowOutcome(row: RowContext, id: ResourceId): OutcomeCell | undefined {
  const { say, state, model } = row;
  const target = findAttachTarget(state, id);
  if (target) return targetOutcome(say, state, target);
  if (findSubnet(model, id)) return subnetOutcome(say, subnetSummary(row, id));
  const network = findVirtualNetwork(model, id);
  if (!network) return undefined;
  const fit = network.subnets.filter((one) => fitOf(state, one.id) === null);
  return networkOutcome(
    say,
    fit.map((one) => subnetSummary(row, one.id)),
  );
}

/** The worst of its subnets. */
function targetOutcome(say: Say, state: WizardState, target: AttachTarget): OutcomeCell {
  const [worst = []] = [...checkTargetSubnets(state, target).values()].sort((a, b) =>
    compareSummaries(summarize(b), summarize(a)),
  );
  return subnetOutcome(say, rowSummary(worst));
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

export function rowSummary(judgements: readonly CheckResult[]): RowSummary {
  return { ...summarize(judgements), toAppliance: judgements.some(isHandedOn) };
}

function isHandedOn(judgement: CheckResult): boolean {
  return judgement.verdict.is === 'handed-on' && judgement.severity === 'error';
}

/** “3 to fix, 1 unknown”, “Ready”, “Goes to an appliance”. */
export function subnetOutcome(say: Say, summary: RowSummary): OutcomeCell {
  const { toFix, unknown, advised, onlyByDefault, toAppliance, ready, dnsUnchecked } = summary;
  if (toFix > 0) {
    const parts = [
      say('count.toFix', { n: toFix }),
      ...(unknown > 0 ? [say('count.unknown', { n: unknown })] : []),
    ];
    return { icon: 'error', text: parts.join(', ') };
  }
  if (toAppliance) return { icon: 'appliance', text: say('count.appliance') };
  // As Readiness says it: what is unknown beside what Azure refuses leaves it ready.
  if (!ready) return { icon: 'unknown', text: say('count.unknown', { n: unknown }) };
  if (dnsUnchecked) return { icon: 'unknown', text: say('count.readyDns') };
  if (advised > 0) return { icon: 'pass', text: say('count.readyAdvised', { n: advised }) };
  return onlyByDefault > 0
    ? { icon: 'pass-default', text: say('count.readyDefault') }
    : { icon: 'pass', text: say('count.ready') };
}

/** “1 of 8 ready, 3 to fix”, “2 of 2, by default rules”. */
function networkOutcome(say: Say, subnets: readonly RowSummary[]): OutcomeCell {
  const m = subnets.length;
  if (m === 0) return { icon: 'unfit', text: say('count.noneFits') };
  const ready = subnets.filter((one) => one.ready);
  const n = ready.length;
  if (n === 0 && subnets.some((one) => one.toAppliance)) {
    return { icon: 'appliance', text: say('count.appliance') };
  }
  if (n < m) {
    const k = subnets.filter((one) => one.toFix > 0).length;
    const text = k > 0 ? say('count.networkReadyToFix', { n, m, k }) : say('count.networkReady', { n, m });
    return { icon: n > 0 ? 'pass' : k > 0 ? 'error' : 'unknown', text };
  }
  if (ready.some((one) => one.dnsUnchecked)) {
    return { icon: 'unknown', text: say('count.networkReadyDns', { n, m }) };
  }
  return ready.every((one) => one.onlyByDefault > 0)
    ? { icon: 'pass-default', text: say('count.networkDefault', { n, m }) }
    : { icon: 'pass', text: say('count.networkReady', { n, m }) };
}
