import { findFindingCheck } from '../checks/findings/catalogue';
import { findRequirement } from '../requirements/requirements';

/** True of an id that a page in docs/checks is called after; what only a file lacks has none. */
export function hasPage(id: string): boolean {
  return findRequirement(id) !== undefined || findFindingCheck(id) !== undefined;
}
