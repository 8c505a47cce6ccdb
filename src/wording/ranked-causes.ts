import { statusOf, type CheckResult } from '../core/check-result';
import { errorCauses, type ErrorCause } from './error-causes';

/** Likelihood of a cause: `most` likely, `possible`, or `ruledOut` by results of the subnet. */
export type CauseRank = 'most' | 'possible' | 'ruledOut';

export interface RankedCause extends ErrorCause {
  readonly rank: CauseRank;
  /** Results of its checks in the subnet, the deciding one first; empty if none is related. */
  readonly found: readonly CheckResult[];
}

/**
 * Ranks the causes of an error message, the most likely first.
 * @param results the results of the affected subnet; null if no subnet is known, so that nothing can be ruled out
 */
export function rankCauses(message: string, results: readonly CheckResult[] | null): readonly RankedCause[] {
  const causes = errorCauses(message);
  if (results === null) {
    return causes.map((one) => ({ ...one, rank: one.isReported ? 'most' : 'possible', found: [] }));
  }
  const weighed = elsewhere(withOpen(causes, results).map((cause) => weigh(cause, results)));
  const best = Math.min(...weighed.map(({ weight }) => weight));
  return weighed
    .sort((a, b) => a.weight - b.weight)
    .map(({ weight, ...one }) => ({ ...one, rank: rankOf(weight, best) }));
}

/** Adds a blocked connection outside of the checks if they rule out all causes. */
function elsewhere(weighed: readonly Weighed[]): Weighed[] {
  const isNone = weighed.length > 0 && weighed.every(({ weight }) => weight === weights.passed);
  const lost = {
    id: 'connection',
    isReported: false,
    checks: [],
    found: [],
    weight: weights.possible,
  } as const;
  return isNone ? [lost, ...weighed] : [...weighed];
}

/** Adds each open requirement of the subnet as a possible cause, for errors that block nodes and for unknown errors. */
function withOpen(causes: readonly ErrorCause[], results: readonly CheckResult[]): readonly Candidate[] {
  const isOfAll = causes.length === 0;
  if (!isOfAll && !causes.some(isNetwork)) return causes;
  const named = new Set(causes.flatMap((one) => (isNetwork(one) ? [] : one.checks)));
  const [network, rest] = [causes.filter(isNetwork), causes.filter((one) => !isNetwork(one))];
  const order = network.flatMap(({ checks }) => checks);
  const open = results
    .filter((one) => isOpen(one) && one.severity === 'error' && !named.has(one.requirement))
    .filter((one) => isOfAll || one.effect === 'fails' || one.subject !== null)
    .filter((one) => one.outcome.is !== 'no-outbound-access' || !lacksOutbound(results))
    .map(({ requirement }): Candidate => {
      const isAside = !order.includes(requirement);
      return { id: 'flow', isReported: false, checks: [requirement], isAside };
    });
  if (open.length === 0) return causes;
  const place = ({ checks: [id = ''] }: Candidate): number =>
    order.includes(id) ? order.indexOf(id) : order.length;
  return [
    ...rest.filter((one) => one.isReported),
    ...open.sort((a, b) => place(a) - place(b)),
    ...rest.filter((one) => !one.isReported),
  ];
}

/** True if outbound access is missing, which is the cause of every flow without it. */
function lacksOutbound(results: readonly CheckResult[]): boolean {
  return results.some((one) => one.requirement === 'egress-explicit-for-npip' && isOpen(one));
}

interface Candidate extends ErrorCause {
  /** Whether it's open in the subnet, but not known to cause this error. */
  readonly isAside?: boolean;
}

const isNetwork = ({ id }: ErrorCause): boolean => id === 'network' || id === 'connection';

interface Weighed extends ErrorCause {
  readonly found: readonly CheckResult[];
  readonly weight: number;
}

/** Weights of causes. Only a cause with its own evidence is most likely; the others are `possible` at best. */
const weights = {
  reportedAndOpen: 0,
  reported: 1,
  open: 2,
  aside: 3,
  reportedButUnknown: 4,
  unknown: 5,
  possible: 6,
  passed: 7,
} as const;

function weigh({ isAside = false, ...cause }: Candidate, results: readonly CheckResult[]): Weighed {
  const all = cause.checks.flatMap((id) => results.filter((one) => one.requirement === id));
  const found = all
    .filter((one) => !['hidden', 'note'].includes(statusOf(one.outcome)))
    .sort((a, b) => order(a) - order(b));
  const key = keyOf(cause, found[0]);
  if (isAside) return { ...cause, found, weight: weights.aside };
  // Unread data can't rule out a cause.
  const isOpenEnded = key === 'passed' && all.some(isUnread);
  return { ...cause, found, weight: weights[isOpenEnded ? 'possible' : key] };
}

/** True for a question to the user, or for a check without data. */
function isUnread({ outcome }: CheckResult): boolean {
  return outcome.is === 'note' || (outcome.is === 'not-applicable' && unread.includes(outcome.because.key));
}

const unread = ['check.services.notRead', 'check.azure.notRead'];

function keyOf(cause: ErrorCause, first: CheckResult | undefined): keyof typeof weights {
  const { id, isReported } = cause;
  const standing = first && statusOf(first.outcome);
  if (standing === 'open') return isReported ? 'reportedAndOpen' : 'open';
  // Checks that pass don't contradict the message, because they don't know everything that is deployed. For a flow, it
  // doesn't state a reason.
  if (isReported && (standing === undefined || id !== 'flow')) return 'reported';
  if (standing === 'fine') return 'passed';
  if (standing === 'unknown') return isReported ? 'reportedButUnknown' : 'unknown';
  return 'possible';
}

const standings = ['open', 'unknown', 'fine'];
const severities = ['error', 'warning', 'info'];

function order({ outcome, severity }: CheckResult): number {
  return standings.indexOf(statusOf(outcome)) * severities.length + severities.indexOf(severity);
}

function isOpen({ outcome }: CheckResult): boolean {
  return statusOf(outcome) === 'open';
}

function rankOf(weight: number, best: number): CauseRank {
  if (weight === weights.passed) return 'ruledOut';
  return weight === best && weight <= weights.open ? 'most' : 'possible';
}
