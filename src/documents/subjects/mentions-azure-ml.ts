import { parseAddressSet } from '../../core/addresses/address-set';
import { setsOverlap, unionAll } from '../../core/addresses/interval-algebra';
import { emptySet, type IntervalSet } from '../../core/addresses/interval-set';
import type { Known } from '../../core/known';
import { readableRules } from '../../core/network/find';
import type { SecurityGroup, SecurityRule, Subnet } from '../../core/network/model';

/** True of a group that was written for Azure ML: it names a tag of the service. */
export function mentionsAzureMl(group: SecurityGroup): boolean {
  return rulesFor(group).length > 0;
}

/**
 * True where a group speaks of Azure ML to a subnet that has it. A rule for the addresses of another one alone, which the
 * files use for Azure ML, does not: it is what a fix writes into a group that subnets share. `users`: addresses of those
 * that have the group and are used.
 */
export function concernsSubnet(group: SecurityGroup, subnet: Subnet, users: IntervalSet): boolean {
  const own = addressesIn(subnet.addressPrefixes);
  return rulesFor(group).some(
    ({ near }) => !near || !own || setsOverlap(near, own) || !setsOverlap(near, users),
  );
}

/** Addresses of subnets, as far as they are known. */
export function subnetAddresses(subnets: readonly Subnet[]): IntervalSet {
  return unionAll(subnets.map(({ addressPrefixes }) => addressesIn(addressPrefixes) ?? emptySet));
}

/** A rule that names Azure ML, by what it says of its near side; undefined where that is not known. */
interface RuleForAzureMl {
  readonly near: IntervalSet | undefined;
}

/** Groups never change, and each is asked for all subnets that have it. */
const rulesOfGroups = new WeakMap<SecurityGroup, readonly RuleForAzureMl[]>();

function rulesFor(group: SecurityGroup): readonly RuleForAzureMl[] {
  const before = rulesOfGroups.get(group);
  if (before) return before;
  const made = readableRules(group)
    .filter(namesAzureMl)
    .map((rule) => ({ near: nearSideOf(rule) }));
  rulesOfGroups.set(group, made);
  return made;
}

function nearSideOf({ direction, sources, destinations }: SecurityRule): IntervalSet | undefined {
  return addressesIn(direction.known && direction.value === 'Inbound' ? destinations : sources);
}

/** Undefined where they are not known, or no addresses. */
function addressesIn(texts: Known<readonly string[]>): IntervalSet | undefined {
  const { set, unread } = parseAddressSet(texts.known ? texts.value : []);
  return texts.known && unread.length === 0 ? set : undefined;
}

function namesAzureMl({ sources, destinations }: SecurityRule): boolean {
  const texts = [sources, destinations].flatMap((one) => (one.known ? one.value : []));
  return texts.some((text) => /^(AzureMachineLearning|BatchNodeManagement)(\.|$)/i.test(text));
}
