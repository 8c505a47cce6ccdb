import { findNameFault, isNameRefused, type NameFault } from '../../requirements/compute-name';
import { at, met, notMet, notNeeded, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';

/** Requirement `compute-name-format`. An unknown kind is judged as a cluster, whose rule is the milder one. */
export function judgeComputeName({ plan }: PlanContext): SettingAnswer {
  const { name } = plan;
  if (name === null) return notNeeded('judge.computeName.none');
  // Serverless compute has no name, and is never asked.
  const kind = plan.kind.known && plan.kind.value !== 'serverless' ? plan.kind.value : 'cluster';
  const fault = findNameFault(kind, name);
  if (fault === null) return met('judge.computeName.fine', { name });
  const words: Readonly<Record<NameFault, string>> = {
    form: `judge.computeName.${kind}`,
    end: 'judge.computeName.end',
    hyphen: 'judge.computeName.hyphen',
    long: 'judge.computeName.long',
  };
  return at(isNameRefused(kind, fault) ? 'error' : 'warning', notMet(words[fault]));
}
