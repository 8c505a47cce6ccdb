import { parseAddressSet } from '../../core/addresses/address-set';
import { overlaps } from '../../core/addresses/interval-algebra';
import { nothing, type IntervalSet } from '../../core/addresses/interval-set';
import type { Known } from '../../core/known';
import { readableRules } from '../../core/network/find';
import type { SecurityGroup, SecurityRule, Subnet } from '../../core/network/model';

/** True of a group that was written for Azure ML: it names a tag of the service. */
export function speaksOfAzureMl(group: SecurityGroup): boolean {
  return readableRules(group).some(namesAzureMl);
}

/**
 * True where a group speaks of Azure ML to a subnet that has it. A rule for the addresses of another one alone, which the
 * files use for Azure ML, does not: it is what a fix writes into a group that subnets share.
 */
export function speaksToSubnet(group: SecurityGroup, subnet: Subnet, users: readonly Subnet[]): boolean {
  return readableRules(group).some((rule) => namesAzureMl(rule) && !isForAnother(rule, subnet, users));
}

function isForAnother(rule: SecurityRule, subnet: Subnet, users: readonly Subnet[]): boolean {
  const near = addressesIn(
    rule.direction.known && rule.direction.value === 'Inbound' ? rule.destinations : rule.sources,
  );
  const own = addressesIn(subnet.addressPrefixes);
  if (!near || !own || overlaps(near, own)) return false;
  return users.some(({ addressPrefixes }) => overlaps(near, addressesIn(addressPrefixes) ?? nothing));
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
