import type { CheckResult } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { SourceRange } from '../documents/source/source-range';

/** Requirements that locks and policies in files decide, and the type of the deciding resource. */
const types: Readonly<Partial<Record<string, string>>> = {
  'lock-on-vnet-resource-group': 'microsoft.authorization/locks',
  'lock-on-workspace-resource-group': 'microsoft.authorization/locks',
  'policy-forbids-network-resources': 'microsoft.authorization/policyassignments',
};

/** True for a requirement that files can violate with a lock or a policy. */
export function isOfGovernance(requirement: string): boolean {
  return types[requirement] !== undefined;
}

/** Returns the place of the deciding lock or policy assignment, or null if it isn't in the files. */
export function placeOfGovernance(
  { resources }: DeclaredNetwork,
  { requirement, outcome }: CheckResult,
): SourceRange | null {
  const type = types[requirement];
  if (type === undefined || outcome.is !== 'failed') return null;
  const { name, policy } = outcome.text.values ?? {};
  const targetName = String(policy ?? name ?? '');
  return resources.find((one) => one.type === type && sameId(one.name, targetName))?.namePlace ?? null;
}
