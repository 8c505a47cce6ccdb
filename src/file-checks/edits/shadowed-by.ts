import { isOfUnused } from '../../checks/findings/findings-of';
import { sameId } from '../../core/network/find';
import { addedRules, type ResourceChange } from '../../core/resource-change';
import type { FileCheck } from '../check-files';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';

/**
 * Returns the keys of findings about rules that the new rules of a fix make ineffective. These rules stay, and are
 * reported from then on.
 */
export function shadowedBy(after: FileCheck, changes: readonly ResourceChange[]): ReadonlySet<string> {
  const added = addedRules(changes);
  const isNew = (group: string, name: string): boolean =>
    added.some((one) => sameId(one.id, group) && sameId(one.rule.name, name));
  const shadowed = problemsOf(after).filter(
    ({ what }) =>
      what.is === 'finding' &&
      isOfUnused(what.finding) &&
      what.finding.because.some(({ resource, name }) => isNew(resource, name)),
  );
  return new Set(shadowed.map(problemKey));
}
