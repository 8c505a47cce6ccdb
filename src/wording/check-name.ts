import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findFileOnlyCheck } from '../file-checks/file-check-catalog';
import type { Say } from '../messages/say';
import { findingName } from './finding-text';
import { requirementName } from './requirement-text';

/** Name on screen of a requirement or of what is found in a rule, a route or a file. */
export function checkName(say: Say, id: string): string {
  return findFindingCheck(id) || findFileOnlyCheck(id) ? findingName(say, id) : requirementName(say, id);
}
