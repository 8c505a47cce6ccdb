import { isPlanKind } from '../../core/compute-kinds';
import { findNameFault, isNameRefused, type NameFault } from '../../requirements/compute-name';
import { withSeverity, passed, failed, notApplicable, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';

/** Checks requirement `compute-name-format`. An unknown kind is checked as a cluster, whose rule is less strict. */
export function checkComputeName({ plan }: PlanContext): SettingResult {
  const { name } = plan;
  if (name === null) return notApplicable('check.computeName.none');
  // Serverless compute doesn't have a name and is never checked.
  const kind = plan.kind.known && isPlanKind(plan.kind.value) ? plan.kind.value : 'cluster';
  const fault = findNameFault(kind, name);
  if (fault === null) return passed('check.computeName.fine', { name });
  const words: Readonly<Record<NameFault, string>> = {
    form: `check.computeName.${kind}`,
    end: 'check.computeName.end',
    hyphen: 'check.computeName.hyphen',
    long: 'check.computeName.long',
  };
  return withSeverity(isNameRefused(kind, fault) ? 'error' : 'warning', failed(words[fault]));
}
