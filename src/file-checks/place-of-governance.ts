import type { CheckResult } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { SourceRange } from '../documents/source/source-range';

/** Requirements that locks and policies of files decide, and the type of resource that does. */
const types: Readonly<Partial<Record<string, string>>> = {
  'lock-on-vnet-resource-group': 'microsoft.authorization/locks',
  'lock-on-workspace-resource-group': 'microsoft.authorization/locks',
  'policy-forbids-network-resources': 'microsoft.authorization/policyassignments',
};

/** True for what files can forbid by a lock or a policy. */
export function isOfGovernance(requirement: string): boolean {
  return types[requirement] !== undefined;
}

/** The lock or policy assignment that decides; null where it isn't one of the files. */
export function placeOfGovernance(
  { resources }: DeclaredNetwork,
  { requirement, outcome }: CheckResult,
): SourceRange | null {
  const type = types[requirement];
  if (type === undefined || outcome.is !== 'not-met') return null;
  const { name, policy } = outcome.text.values ?? {};
  const wanted = String(policy ?? name ?? '');
  return resources.find((one) => one.type === type && sameId(one.name, wanted))?.namePlace ?? null;
}
