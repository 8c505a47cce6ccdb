import type { Fix } from '../../core/fix';
import type { ResourceId } from '../../core/network/model';
import { statusOf } from '../../core/check-result';
import { reason, type Reason } from '../../core/reason';
import { isServiceChange } from '../../core/resource-change';
import { findFixIn } from '../../file-checks/check-files';
import type { Proof } from '../../file-checks/edits/written-fix';
import type { Problem } from '../../file-checks/problem';

/** A fix that `check` shows and that no problem of the files stands for. */
export interface UnreportedFix {
  readonly requirement: string;
  readonly subnet: string;
  readonly because: Reason;
}

/** Fixes of requirements that are open and left, and that no problem among `left` reports. */
export function unreportedFixes(
  { examined: { check } }: Proof,
  left: readonly { readonly problem: Problem }[],
  subnets: readonly ResourceId[] | undefined,
): readonly UnreportedFix[] {
  const isReported = (subnetId: string, requirement: string): boolean =>
    left.some(({ problem: { id, subnetId: its } }) => id === requirement && its === subnetId);
  const { model } = check.declared;
  return check.subjects
    .filter(({ subnet }) => isNamed(subnets, subnet.id))
    .flatMap(({ subnet, plan, facts, judgements }) =>
      judgements.flatMap(({ requirement, verdict }): readonly UnreportedFix[] => {
        if (statusOf(verdict) !== 'open' || isReported(subnet.id, requirement)) return [];
        const fix = findFixIn({ model, plan, facts }, { subnet }, [requirement])?.fix;
        return fix ? [{ requirement, subnet: subnet.name, because: whyLeft(fix) }] : [];
      }),
    );
}

/** True of a subnet that the user named, or where none is named. */
export function isNamed(subnets: readonly ResourceId[] | undefined, id: ResourceId): boolean {
  return subnets?.some((one) => one.toLowerCase() === id.toLowerCase()) ?? true;
}

function whyLeft({ changes }: Fix): Reason {
  return reason(changes.some(isServiceChange) ? 'file.fix.beside' : 'terminal.fix.elsewhere');
}
