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
}

type Count = Exclude<keyof Summary, 'ready' | 'dnsUnchecked'>;

/** Counts results; what is open or unknown at severity *info* is shown and never counted. */
export function summarize(results: readonly CheckResult[]): Summary {
  const counts = { toFix: 0, unknown: 0, advised: 0, met: 0, onlyByDefault: 0, notes: 0, notNeeded: 0 };
  for (const result of results) {
    const as = countsAs(result);
    if (as) counts[as] += 1;
  }
  return { ...counts, ready: isReady(results), dnsUnchecked: isDnsUnchecked(results) };
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
