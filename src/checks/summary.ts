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
import { isIdentifiedByName, isSameForEverySubnet } from '../requirements/requirements';

/** Counts of results by status, for Readiness's summary line and the rows of lists. */
export interface Summary {
  readonly errors: number;
  readonly unknown: number;
  readonly warnings: number;
  /** Number of results that passed, or are allowed by a written rule. */
  readonly passed: number;
  /** Number of results allowed only by Azure's default rules, or because nothing filters. */
  readonly onlyByDefault: number;
  /**
   * Number of results to confirm in this subnet. Results that are the same for every subnet are shown but not counted.
   */
  readonly notes: number;
  readonly notNeeded: number;
  readonly ready: boolean;
  /** Whether DNS resolution is unknown, which `ready` doesn't consider. */
  readonly dnsUnchecked: boolean;
  /** Whether an appliance or an on-premises network decides flows that Azure ML needs. */
  readonly toAppliance: boolean;
  /** Counts of the causes, each once. */
  readonly causes: CauseCounts;
}

type Count = Exclude<keyof Summary, 'ready' | 'dnsUnchecked' | 'toAppliance' | 'causes'>;

/** Counts results. Open or unknown results of severity *info* are shown but never counted. */
export function summarize(
  results: readonly CheckResult[],
  causes: readonly Cause[] = causesOf(results),
): Summary {
  const counts = { errors: 0, unknown: 0, warnings: 0, passed: 0, onlyByDefault: 0, notes: 0, notNeeded: 0 };
  for (const result of results) {
    const as = countsAs(result);
    if (as) counts[as] += 1;
  }
  return {
    ...counts,
    ready: isReady(results),
    dnsUnchecked: isDnsUnchecked(results),
    toAppliance: results.some(isForwarded),
    causes: countCauses(causes),
  };
}

function isForwarded({ outcome, severity }: CheckResult): boolean {
  return outcome.is === 'forwarded' && severity === 'error';
}

/** Returns the shape of a subnet's icon on every surface, by the worst result. */
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

/** Returns the count that a result belongs to; null for a result that is only information. */
export function countsAs({ requirement, outcome, severity }: CheckResult): Count | null {
  switch (statusOf(outcome)) {
    case 'fine':
      return isOnlyByDefault(outcome) && !isIdentifiedByName(requirement) ? 'onlyByDefault' : 'passed';
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

/** True for a result that has to be confirmed once, for all subnets. */
export function isForEverySubnet({ requirement, outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'note' && isSameForEverySubnet(requirement);
}

const openCounts: Readonly<Record<Severity, Count | null>> = {
  error: 'errors',
  warning: 'warnings',
  info: null,
};

function isOnlyByDefault(outcome: Outcome): boolean {
  return outcome.is === 'allowed' && (!outcome.explicit || outcome.by === null);
}
