import type { CauseCounts, CauseLevel } from '../../checks/causes';
import { shapeOfSummary, type Summary } from '../../checks/summary';
import type { OutcomeCell } from '../../contract/wizard/shared-schemas';
import { reason, type Reason } from '../../core/reason';
import type { MessageKey } from '../../messages/en/catalog';
import { sayReason, type Say } from '../../messages/say';
import type { RowOutcome } from './state';

/** Adds two summaries that don't share a cause. */
export function addSummaries(a: Summary, b: Summary): Summary {
  return {
    errors: a.errors + b.errors,
    unknown: a.unknown + b.unknown,
    warnings: a.warnings + b.warnings,
    passed: a.passed + b.passed,
    onlyByDefault: a.onlyByDefault + b.onlyByDefault,
    notes: a.notes + b.notes,
    notNeeded: a.notNeeded + b.notNeeded,
    ready: a.ready && b.ready,
    dnsUnchecked: a.dnsUnchecked || b.dnsUnchecked,
    toAppliance: a.toAppliance || b.toAppliance,
    causes: {
      errors: addCounts(a.causes.errors, b.causes.errors),
      toConfirm: addCounts(a.causes.toConfirm, b.causes.toConfirm),
      warnings: addCounts(a.causes.warnings, b.causes.warnings),
      infos: addCounts(a.causes.infos, b.causes.infos),
    },
  };
}

function addCounts<T extends { readonly causes: number; readonly flows: number }>(a: T, b: T): T {
  return { ...a, causes: a.causes + b.causes, flows: a.flows + b.flows };
}

/** Formats a row's outcome; null if it wasn't checked. */
export function formatRowOutcome(say: Say, outcome: RowOutcome | undefined): OutcomeCell | null {
  return outcome
    ? { icon: outcome.icon, text: outcome.text.map((one) => sayReason(say, one)).join(', ') }
    : null;
}

/** Returns a subnet's outcome: “1 error (8 flows)”, “Ready”, “Depends on an appliance”. */
export function subnetOutcome(summary: Summary): RowOutcome {
  const icon = shapeOfSummary(summary);
  return { icon, text: [subnetText(icon, summary)] };
}

function subnetText(icon: ReturnType<typeof shapeOfSummary>, summary: Summary): Reason {
  const { causes, onlyByDefault, dnsUnchecked, ready } = summary;
  if (icon === 'error') return countReason(causes.errors, 'count.errors', 'count.errorFlows');
  if (icon === 'appliance') return reason('count.appliance');
  if (!ready) return countReason(causes.toConfirm, 'count.toConfirm', 'count.toConfirmFlows');
  if (dnsUnchecked) return reason('count.readyDns');
  const { causes: n } = causes.warnings;
  if (n > 0) return reason('count.readyAdvised', { n });
  return reason(onlyByDefault > 0 ? 'count.readyDefault' : 'count.ready');
}

/** Returns a count: “1 error (8 flows)”, “2 to confirm”. */
function countReason(
  { causes: n, flows: k }: CauseCounts[CauseLevel],
  alone: MessageKey,
  withFlows: MessageKey,
): Reason {
  return k > 0 ? reason(withFlows, { n, k }) : reason(alone, { n });
}

/** Returns the outcome of a workspace's subnets: “2 of 5 ready”, “3 of 5 to confirm”. Unknown isn't shown as 0. */
export function workspaceOutcome(subnets: readonly Summary[]): RowOutcome {
  const m = subnets.length;
  const n = subnets.filter((one) => !one.ready && one.causes.errors.causes === 0).length;
  const isNoneReady = subnets.every((one) => !one.ready);
  const isDecided = n === 0 || !isNoneReady || subnets.some((one) => one.toAppliance);
  return isDecided
    ? networkOutcome(subnets)
    : { icon: 'unknown', text: [reason('count.networkToConfirm', { n, m })] };
}

/** Returns a network's outcome: “1 of 8 ready”, “2 of 2 ready, by default rules”. */
export function networkOutcome(subnets: readonly Summary[]): RowOutcome {
  const m = subnets.length;
  if (m === 0) return { icon: 'unfit', text: [reason('count.noneFits')] };
  const ready = subnets.filter((one) => one.ready);
  if (ready.length === 0) return noneReady(subnets);
  const n = ready.length;
  // A single verified subnet is enough: the others are shown in the list.
  const isUnchecked = n < m ? ready.every(isDnsUnchecked) : ready.some(isDnsUnchecked);
  if (isUnchecked) return { icon: 'unknown', text: [reason('count.networkReadyDns', { n, m })] };
  return n === m && ready.every((one) => one.onlyByDefault > 0)
    ? { icon: 'pass-default', text: [reason('count.networkDefault', { n, m })] }
    : { icon: 'pass', text: [reason('count.networkReady', { n, m })] };
}

function noneReady(subnets: readonly Summary[]): RowOutcome {
  const icons = subnets.map(shapeOfSummary);
  if (icons.includes('appliance')) return { icon: 'appliance', text: [reason('count.appliance')] };
  const text = [reason('count.networkReady', { n: 0, m: subnets.length })];
  return { icon: icons.includes('error') ? 'error' : 'unknown', text };
}

function isDnsUnchecked({ dnsUnchecked }: Summary): boolean {
  return dnsUnchecked;
}
