import { isIdentifiedByName } from '../../requirements/requirements';
import type { FileCheck } from '../check-files';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';

/**
 * Returns the keys of problems about hosts that NSG rules can't match. A fix that denies the internet blocks them too.
 */
export function hostProblems(check: FileCheck): ReadonlySet<string> {
  return new Set(
    problemsOf(check)
      .filter(({ id }) => isIdentifiedByName(id))
      .map(problemKey),
  );
}
