import { statusOf, type CheckResult } from '../core/check-result';
import { reason } from '../core/reason';

/** Option and setting in which users state a region that files don't: in the terminal, and in the editor. */
const given = { option: '--region', setting: 'amlSecureCompute.files.region' };

/**
 * Merges the results for several regions. A result that differs between regions is unknown, and so are addresses for
 * only one.
 * @param isPart true if there are other regions; a flow that these regions allow is then unknown
 */
export function inEveryRegion(
  results: readonly CheckResult[],
  others: readonly (readonly CheckResult[])[],
  isPart = false,
): CheckResult[] {
  const all = results.map((one, at) => others.reduce((now, each) => inBoth(now, each[at]), one));
  return isPart ? all.map((one) => (one.outcome.is === 'allowed' ? dependsOnRegion(one, one) : one)) : all;
}

function inBoth(one: CheckResult, other: CheckResult | undefined): CheckResult {
  if (!other || one === other) return one;
  if (statusOf(one.outcome) !== statusOf(other.outcome)) return dependsOnRegion(one, other);
  const packet = isSame(one.packet, other.packet) ? one.packet : null;
  const blocked = isSame(one.blocked, other.blocked) ? one.blocked : none;
  const allowed = isSame(one.allowed, other.allowed) ? one.allowed : none;
  const isUnchanged = packet === one.packet && blocked === one.blocked && allowed === one.allowed;
  return isUnchanged ? one : { ...one, packet, blocked, allowed };
}

const none: readonly never[] = [];

function dependsOnRegion(one: CheckResult, other: CheckResult): CheckResult {
  const whyUnknown = [one, other].find(({ outcome }) => outcome.is === 'unknown');
  const because = reason('check.unstatedRegion', given);
  return {
    ...one,
    outcome: whyUnknown?.outcome.is === 'unknown' ? whyUnknown.outcome : { is: 'unknown', because },
    packet: null,
    blocked: [],
    allowed: [],
    trace: [{ text: because, by: null, decides: true }],
  };
}

/** True if two parts of results are equal, member by member. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  return isComposite(one) && isComposite(other) && hasSameMembers(one, other);
}

type Composite = Readonly<Record<string, unknown>>;

/** Compares members without lists of their names, which would be most of what a comparison allocates. */
function hasSameMembers(one: Composite, other: Composite): boolean {
  for (const name in one) if (!(name in other) || !isSame(one[name], other[name])) return false;
  for (const name in other) if (!(name in one)) return false;
  return true;
}

function isComposite(value: unknown): value is Composite {
  return typeof value === 'object' && value !== null;
}
