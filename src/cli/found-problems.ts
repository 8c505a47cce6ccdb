import { findingsOfSubnet } from '../checks/findings/findings-of';
import { fixOfFinding } from '../checks/findings/fix-of-finding';
import type { FixInput } from '../checks/fixes/fix-input';
import { writtenFindingKey, type Finding } from '../core/finding';
import type { Fix } from '../core/fix';
import { mostRepairs } from '../file-checks/work-budget';
import type { Places } from './source';

/** A finding of an NSG or route table, and its tested fix. */
export interface FoundProblem {
  readonly finding: Finding;
  readonly fix: Fix | null;
  /** False if a fix wasn't tested, because the limit was reached. */
  readonly isTested: boolean;
  readonly places: Places;
}

/** Returns the findings in the NSGs and route tables that the plans use, each once, however many subnets share them. */
export function foundProblemsFor(
  inputs: readonly (FixInput & { readonly places: Places })[],
): readonly FoundProblem[] {
  const found = new Map<string, FoundProblem>();
  let left = mostRepairs;
  for (const input of inputs) {
    const all = findingsOfSubnet(input.model, input.plan, input.facts);
    for (const finding of all) {
      const key = writtenFindingKey(finding);
      if (found.has(key)) continue;
      left -= 1;
      const fix = left < 0 ? null : (fixOfFinding(input, finding, all) ?? null);
      found.set(key, { finding, fix, isTested: left >= 0, places: input.places });
    }
  }
  return [...found.values()];
}
