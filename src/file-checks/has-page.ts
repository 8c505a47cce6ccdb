import { findFindingCheck } from '../checks/findings/catalogue';
import { findFileOnlyCheck } from './catalogue';
import { findRequirement } from '../requirements/requirements';

/** True of an id that a page in docs/checks is called after. */
export function hasPage(id: string): boolean {
  return (
    findRequirement(id) !== undefined ||
    findFindingCheck(id) !== undefined ||
    findFileOnlyCheck(id) !== undefined
  );
}
