import { goesByName } from '../../requirements/requirements';
import type { FileCheck } from '../check-files';
import { problemKey } from '../problem-key';
import { problemsOf } from '../problems-of';

/** Keys of problems about hosts that no NSG rule can name: a fix that denies the internet blocks them too. */
export function hostProblems(check: FileCheck): ReadonlySet<string> {
  return new Set(
    problemsOf(check)
      .filter(({ id }) => goesByName(id))
      .map(problemKey),
  );
}
