import type { Cause } from '../core/cause';
import { causesOf, countCauses, type CauseCounts } from './causes';
import {
  isDnsUnchecked,
  isReady,
  statusOf,
  type CheckResult,
  type Severity,
  type Outcome,
} from '../core/check-result';
import { goesByName, isSameForEverySubnet } from '../requirements/requirements';

/** How many results count as what: Readiness's line and the rows of lists. */
export interface Summary {
  readonly toFix: number;
  readonly unknown: number;
  readonly advised: number;
  /** Met, or allowed by a rule that somebody wrote. */
  readonly met: number;
  /** Allowed by nothing but Azure's default rules, or because nothing filters. */
  readonly onlyByDefault: number;
  /** To confirm in this subnet; what is the same for every subnet is shown, and not counted. */
  readonly notes: number;
  readonly notNeeded: number;
  readonly ready: boolean;
  /** What DNS answers isn't known, which `ready` leaves out. */
  readonly dnsUnchecked: boolean;
  /** An appliance or an on-premises network decides over what Azure ML needs. */
  readonly toAppliance: boolean;
  /** What decides, each once. */
  readonly causes: CauseCounts;
}

type Count = Exclude<keyof Summary, 'ready' | 'dnsUnchecked' | 'toAppliance' | 'causes'>;

/** Counts results; what is open or unknown at severity *info* is shown and never counted. */
export function summarize(
  results: readonly CheckResult[],
  causes: readonly Cause[] = causesOf(results),
): Summary {
  const counts = { toFix: 0, unknown: 0, advised: 0, met: 0, onlyByDefault: 0, notes: 0, notNeeded: 0 };
  for (const result of results) {
    const as = countsAs(result);
    if (as) counts[as] += 1;
  }
  return {
    ...counts,
    ready: isReady(results),
    dnsUnchecked: isDnsUnchecked(results),
    toAppliance: results.some(isHandedOn),
    causes: countCauses(causes),
  };
}

function isHandedOn({ outcome, severity }: CheckResult): boolean {
  return outcome.is === 'handed-on' && severity === 'error';
}

/** The shape of a subnet's icon on every surface: the worst first. */
export function shapeOfSummary({
  causes,
  ready,
  toAppliance,
  dnsUnchecked,
  onlyByDefault,
}: Summary): 'error' | 'appliance' | 'unknown' | 'warning' | 'pass-default' | 'pass' {
  if (causes.errors.causes > 0) return 'error';
  if (!ready) return toAppliance ? 'appliance' : 'unknown';
  if (dnsUnchecked) return 'unknown';
  if (causes.warnings.causes > 0) return 'warning';
  return onlyByDefault > 0 ? 'pass-default' : 'pass';
}

/** What one result counts as; null for what is only information. */
export function countsAs({ requirement, outcome, severity }: CheckResult): Count | null {
  switch (statusOf(outcome)) {
    case 'fine':
      return isOnlyByDefault(outcome) && !goesByName(requirement) ? 'onlyByDefault' : 'met';
    case 'note':
      return isSameForEverySubnet(requirement) ? null : 'notes';
    case 'hidden':
      return 'notNeeded';
    case 'open':
      return openCounts[severity];
    case 'unknown':
      return severity === 'info' ? null : 'unknown';
  }
}

/** True of what to confirm once, whichever the subnet. */
export function isForEverySubnet({ requirement, outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'note' && isSameForEverySubnet(requirement);
}

const openCounts: Readonly<Record<Severity, Count | null>> = {
  error: 'toFix',
  warning: 'advised',
  info: null,
};

function isOnlyByDefault(outcome: Outcome): boolean {
  return outcome.is === 'allowed' && (!outcome.explicit || outcome.by === null);
}
