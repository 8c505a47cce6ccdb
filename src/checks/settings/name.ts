import type { ComputeKind } from '../../core/plan';
import { at, met, notMet, notNeeded, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';

/** Longest accepted name (create a compute cluster, 2024-05-03; create a compute instance, 2024-08-21). */
const longest: Readonly<Record<ComputeKind, number>> = { cluster: 32, instance: 24 };

/** What the create pages print; a longer cluster's name is accepted all the same. */
const longestPrinted = 24;

/** Requirement `compute-name-format`. An unknown kind is judged as a cluster, whose rule is the milder one. */
export function judgeComputeName({ plan }: PlanContext): SettingAnswer {
  const { name } = plan;
  if (name === null) return notNeeded('judge.computeName.none');
  const kind = plan.kind.known ? plan.kind.value : 'cluster';
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || name.length < 3 || name.length > longest[kind]) {
    return notMet(`judge.computeName.${kind}`);
  }
  if (name.endsWith('-')) return notMet('judge.computeName.end');
  if (/-[^A-Za-z]/.test(name)) {
    return at(kind === 'instance' ? 'error' : 'warning', notMet('judge.computeName.hyphen'));
  }
  return name.length > longestPrinted
    ? at('warning', notMet('judge.computeName.long'))
    : met('judge.computeName.fine', { name });
}
