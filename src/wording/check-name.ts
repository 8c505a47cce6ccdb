import { findFindingCheck } from '../checks/findings/catalogue';
import { findFileOnlyCheck } from '../file-checks/catalogue';
import type { Say } from '../messages/say';
import { findingName } from './finding-words';
import { requirementName } from './requirement-words';

/** Name on screen of a requirement or of what is found in a rule, a route or a file. */
export function checkName(say: Say, id: string): string {
  return findFindingCheck(id) || findFileOnlyCheck(id) ? findingName(say, id) : requirementName(say, id);
}
