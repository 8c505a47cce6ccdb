import { summarize, type Summary } from '../../checks/summary';
import type { OutcomeCell } from '../../contract/wizard/shared-schemas';
import type { CheckResult } from '../../core/check-result';
import { reason } from '../../core/reason';
import { sayReason, type Say } from '../../messages/say';
import type { RowOutcome } from './state';

export interface RowSummary extends Summary {
  readonly toAppliance: boolean;
}

export function rowSummary(results: readonly CheckResult[]): RowSummary {
  return { ...summarize(results), toAppliance: results.some(isHandedOn) };
}

/** What both count together. */
export function addSummaries(a: RowSummary, b: RowSummary): RowSummary {
  return {
    toFix: a.toFix + b.toFix,
    unknown: a.unknown + b.unknown,
    advised: a.advised + b.advised,
    met: a.met + b.met,
    onlyByDefault: a.onlyByDefault + b.onlyByDefault,
    notes: a.notes + b.notes,
    notNeeded: a.notNeeded + b.notNeeded,
    ready: a.ready && b.ready,
    dnsUnchecked: a.dnsUnchecked || b.dnsUnchecked,
    toAppliance: a.toAppliance || b.toAppliance,
  };
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
export function networkOutcome(subnets: readonly RowSummary[]): RowOutcome {
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
