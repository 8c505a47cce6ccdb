import type { CheckResult } from '../core/check-result';
import { valueOr } from '../core/known';
import { nameOf } from '../core/network/find';
import type { Subnet } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import { anySubnet } from '../documents/model/any-subnet';

/**
 * Requirements without a flow that rules alone decide. The placeholder subnet of an NSG has results only of these and
 * of flows: its addresses, routes, delegations, and DNS aren't in the files.
 */
const decidedByRules: ReadonlySet<string> = new Set([
  'inbound-batch-29876-29877',
  'inbound-none-for-npip',
  'inbound-ssh-22-cluster',
  'nsg-rule-limits',
  'nsg-rule-wellformed',
  'outbound-default-open',
  'restricted-egress-composite-2020',
  'subnet-nsg-must-not-contradict-auto-nsg',
]);

/** Returns the results of a subnet: all of them, or those of the rules if it's the placeholder of an NSG. */
export function resultsIn({ name }: Subnet, results: readonly CheckResult[]): readonly CheckResult[] {
  if (name !== anySubnet) return results;
  return results.filter((one) => one.subject !== null || decidedByRules.has(one.requirement));
}

/** Returns the assumption about the placeholder subnet of an NSG; empty for any other subnet. */
export function assumedOfPlaceholder({ name, securityGroup, addressPrefixes }: Subnet): readonly Reason[] {
  if (name !== anySubnet) return [];
  const group = nameOf(valueOr(securityGroup, null) ?? '');
  return [reason('file.assumed.anySubnet', { group, prefix: valueOr(addressPrefixes, []) })];
}
