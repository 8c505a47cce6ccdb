import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findFileOnlyCheck } from './file-check-catalog';
import { findRequirement } from '../requirements/requirements';

/** True for an ID with its own page in docs/checks. */
export function hasPage(id: string): boolean {
  return (
    findRequirement(id) !== undefined ||
    findFindingCheck(id) !== undefined ||
    findFileOnlyCheck(id) !== undefined
  );
}
