import { summarise } from '../checks/summary';
import { findFindingCheck } from '../checks/findings/catalogue';
import { findingKey } from '../core/finding';
import type { Problem } from '../file-checks/problem';
import { problemsOf } from '../file-checks/problems-of';
import { withoutSuppressed } from '../file-checks/suppressed';
import type { Checked, SubnetCheck } from './check';
import type { Source } from './source';
import { isTemplate } from './templates';

/** Problems of a template: those that are told, and those that it says to ignore. */
export interface SourceProblems {
  readonly told: readonly Problem[];
  readonly ignored: readonly Problem[];
}

/** None of an export. */
export function problemsIn(source: Source): SourceProblems {
  if (!isTemplate(source)) return { told: [], ignored: [] };
  const all = problemsOf(source.proof.examined.check);
  const told = withoutSuppressed(all, (file) => source.textOf(file));
  const isTold = new Set(told);
  return { told, ignored: all.filter((one) => !isTold.has(one)) };
}

/** What a template says to ignore ends no run, and is told as ignored alone. */
export function withIgnored({ checks, found }: Checked, { told, ignored }: SourceProblems): Checked {
  if (ignored.length === 0) return { checks, found };
  const findings = new Set(
    ignored.flatMap(({ what }) => (what.is === 'finding' ? [findingKey(what.finding)] : [])),
  );
  return {
    checks: checks.map((check) => withoutOpen(check, idsOf(ignored, told, check))),
    found: found.filter(({ finding }) => !findings.has(findingKey(finding))),
  };
}

/** Requirements of a subnet that are ignored: by themselves, with their reason, or with every finding that tells of them. */
function idsOf(
  ignored: readonly Problem[],
  told: readonly Problem[],
  { subnet }: SubnetCheck,
): ReadonlySet<string> {
  const ids = (problems: readonly Problem[]): readonly string[] =>
    problems.filter(({ subnetId }) => subnetId === subnet.id).flatMap(requirementsOf);
  const left = new Set(ids(told));
  return new Set(ids(ignored).filter((id) => !left.has(id)));
}

function requirementsOf({ id, what }: Problem): readonly string[] {
  switch (what.is) {
    case 'judgement':
      return [id];
    case 'undecided':
      return what.judgements.map(({ requirement }) => requirement);
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
  const judgements = check.judgements.filter(({ requirement }) => !ignored.has(requirement));
  const isTouched = check.fixAll?.requirements.some((id) => ignored.has(id)) === true;
  return {
    ...check,
    ignored,
    summary: summarise(judgements),
    fixAll: isTouched ? null : check.fixAll,
  };
}
