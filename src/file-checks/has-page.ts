import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findFileOnlyCheck } from './file-check-catalog';
import { findRequirement } from '../requirements/requirements';

/** True of an id that a page in docs/checks is called after. */
export function hasPage(id: string): boolean {
  return (
    findRequirement(id) !== undefined ||
    findFindingCheck(id) !== undefined ||
    findFileOnlyCheck(id) !== undefined
  );
}
