import { summarize } from '../checks/summary';
import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findingKey } from '../core/finding';
import { groupBy } from '../core/group-by';
import type { Problem } from '../file-checks/problem';
import { problemsOf } from '../file-checks/problems-of';
import { withoutSuppressed } from '../file-checks/suppressed';
import type { Checked, SubnetCheck } from './check';
import type { CheckSource } from './source';
import { isTemplate } from './templates';

/** Problems of a template: those that are told, and those that it says to ignore. */
export interface SourceProblems {
  readonly told: readonly Problem[];
  readonly ignored: readonly Problem[];
}

/** None of an export. */
export function problemsIn(source: CheckSource): SourceProblems {
  if (!isTemplate(source)) return { told: [], ignored: [] };
  const all = problemsOf(source.proof.examined.check);
  const told = withoutSuppressed(all, (file) => source.textOf(file));
  const isTold = new Set(told);
  return { told, ignored: all.filter((one) => !isTold.has(one)) };
}

/** What a template says to ignore ends no run, and is told as ignored alone. */
export function withIgnored({ checks, found, leftOut }: Checked, { told, ignored }: SourceProblems): Checked {
  if (ignored.length === 0) return { checks, found, leftOut };
  const findings = new Set(
    ignored.flatMap(({ what }) => (what.is === 'finding' ? [findingKey(what.finding)] : [])),
  );
  const ofSubnet = ({ subnetId }: Problem): string => subnetId;
  const [left, open] = [groupBy(ignored, ofSubnet), groupBy(told, ofSubnet)];
  return {
    checks: checks.map((check) =>
      withoutOpen(check, idsOf(left.get(check.subnet.id), open.get(check.subnet.id))),
    ),
    leftOut,
    found: found.filter(({ finding }) => !findings.has(findingKey(finding))),
  };
}

/** Requirements of a subnet that are ignored: by themselves, with their reason, or with every finding that tells of them. */
function idsOf(ignored: readonly Problem[] = [], told: readonly Problem[] = []): ReadonlySet<string> {
  const left = new Set(told.flatMap(requirementsOf));
  return new Set(ignored.flatMap(requirementsOf).filter((id) => !left.has(id)));
}

function requirementsOf({ id, what }: Problem): readonly string[] {
  switch (what.is) {
    case 'result':
      return [id];
    case 'finding': {
      const refines = findFindingCheck(id)?.refines ?? null;
      return refines === null ? [] : [refines];
    }
    default:
      return [];
  }
}

function withoutOpen(check: SubnetCheck, ignored: ReadonlySet<string>): SubnetCheck {
  if (ignored.size === 0) return check;
  const results = check.results.filter(({ requirement }) => !ignored.has(requirement));
  const isTouched = check.fixAll?.requirements.some((id) => ignored.has(id)) === true;
  return {
    ...check,
    ignored,
    summary: summarize(results),
    fixAll: isTouched ? null : check.fixAll,
  };
}
