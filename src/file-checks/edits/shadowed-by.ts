import { isOfUnused } from '../../checks/findings/findings-of';
import type { FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { FileCheck } from '../check-files';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';

/** Keys of findings about rules that the new rules of a fix make ineffective: they stay, and are reported from then on. */
export function overruledBy(after: FileCheck, steps: readonly FixStep[]): ReadonlySet<string> {
  const isNew = (group: string, name: string): boolean =>
    steps.some(
      (step) =>
        step.do === 'insert' &&
        step.what === 'rule' &&
        sameId(step.into, group) &&
        sameId(step.rule.name, name),
    );
  const overruled = problemsOf(after).filter(
    ({ what }) =>
      what.is === 'finding' &&
      isOfUnused(what.finding) &&
      what.finding.because.some(({ resource, name }) => isNew(resource, name)),
  );
  return new Set(overruled.map(problemKey));
}
