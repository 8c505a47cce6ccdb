import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findFileOnlyCheck } from '../file-checks/file-check-catalog';
import type { Say } from '../messages/say';
import { findingName } from './finding-text';
import { requirementName } from './requirement-text';

/** Returns the display name of a requirement, or of a check of a rule, a route, or a file. */
export function checkName(say: Say, id: string): string {
  return findFindingCheck(id) || findFileOnlyCheck(id) ? findingName(say, id) : requirementName(say, id);
}
