import { parseAddressSet } from '../../core/addresses/address-set';
import { setsOverlap, unionAll } from '../../core/addresses/interval-algebra';
import { emptySet, type IntervalSet } from '../../core/addresses/interval-set';
import { parsePrefix } from '../../core/addresses/prefix';
import { valueOr, type Known } from '../../core/known';
import { readableRules } from '../../core/network/find';
import type { SecurityGroup, SecurityRule, Subnet } from '../../core/network/model';

/** True if an NSG is written for Azure Machine Learning: a rule refers to one of its service tags. */
export function mentionsAzureMl(group: SecurityGroup): boolean {
  return rulesFor(group).length > 0;
}

/** Returns the prefixes for which an NSG's rules for Azure Machine Learning are written: those on the near side. */
export function prefixesForAzureMl(group: SecurityGroup): readonly string[] {
  const near = readableRules(group)
    .filter(namesAzureMl)
    .flatMap((rule) => valueOr(nearTextsOf(rule), []));
  return [...new Set(near.filter((text) => text.includes('/') && parsePrefix(text) !== undefined))];
}

/**
 * True if an NSG's rules for Azure Machine Learning concern one of its subnets. A rule that is only for the addresses
 * of another subnet, which the files use for Azure Machine Learning, doesn't concern it. A fix writes such rules into
 * NSGs that subnets share.
 * @param users addresses of the subnets that have the NSG and are used
 */
export function concernsSubnet(group: SecurityGroup, subnet: Subnet, users: IntervalSet): boolean {
  const own = addressesIn(subnet.addressPrefixes);
  return rulesFor(group).some(
    ({ near }) => !near || !own || setsOverlap(near, own) || !setsOverlap(near, users),
  );
}

/** Returns the addresses of subnets, as far as they're known. */
export function subnetAddresses(subnets: readonly Subnet[]): IntervalSet {
  return unionAll(subnets.map(({ addressPrefixes }) => addressesIn(addressPrefixes) ?? emptySet));
}

/**
 * A rule that refers to Azure Machine Learning, with the addresses on its near side, or undefined if they aren't known.
 */
interface RuleForAzureMl {
  readonly near: IntervalSet | undefined;
}

/** Cached, because NSGs are immutable, and each is evaluated for all of its subnets. */
const rulesOfGroups = new WeakMap<SecurityGroup, readonly RuleForAzureMl[]>();

function rulesFor(group: SecurityGroup): readonly RuleForAzureMl[] {
  const before = rulesOfGroups.get(group);
  if (before) return before;
  const nearRules = readableRules(group)
    .filter(namesAzureMl)
    .map((rule) => ({ near: nearSideOf(rule) }));
  rulesOfGroups.set(group, nearRules);
  return nearRules;
}

function nearSideOf(rule: SecurityRule): IntervalSet | undefined {
  return addressesIn(nearTextsOf(rule));
}

function nearTextsOf({ direction, sources, destinations }: SecurityRule): Known<readonly string[]> {
  return direction.known && direction.value === 'Inbound' ? destinations : sources;
}

/** Returns a set of addresses, or undefined if they aren't known or aren't addresses. */
function addressesIn(texts: Known<readonly string[]>): IntervalSet | undefined {
  const { set, unread } = parseAddressSet(texts.known ? texts.value : []);
  return texts.known && unread.length === 0 ? set : undefined;
}

function namesAzureMl({ sources, destinations }: SecurityRule): boolean {
  const texts = [sources, destinations].flatMap((one) => (one.known ? one.value : []));
  return texts.some((text) => /^(AzureMachineLearning|BatchNodeManagement)(\.|$)/i.test(text));
}
