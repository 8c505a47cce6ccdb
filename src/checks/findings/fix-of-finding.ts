import { findingKey, type Finding } from '../../core/finding';
import { fixEffectOf, type Fix } from '../../core/fix';
import type { CheckResult, Outcome } from '../../core/check-result';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { isUnlistedTag } from '../tag-texts';
import { alsoUsedBy } from '../fixes/also-used-by';
import { byRequirement, changedCopy, unchanged } from '../fixes/changed-copy';
import { severityRank } from '../fixes/severity-rank';
import type { FixInput } from '../fixes/fix-input';
import { draftRepair } from './draft-finding-fix';
import { findingsOfSubnet, findingsWithout, isOfUnused } from './findings-of';

/**
 * Tests the fix of a finding of the plan’s subnet on a copy. The finding has to disappear, with no new finding and no
 * worse result. Undefined if there is no fix, or if none passes the test.
 */
export function fixOfFinding(
  input: FixInput,
  finding: Finding,
  before: readonly Finding[] = findingsOfSubnet(input.model, input.plan, input.facts),
): Fix | undefined {
  const draft = draftRepair(input, finding);
  if (!draft) return undefined;
  const { changes, opens, closes, notes } = draft;
  const from = unchanged(input);
  const copy = changedCopy(from, changes);
  const { model, plan, facts } = copy.input;
  const found = isOfUnused(finding)
    ? findingsWithout(model, plan, { facts, finding, before })
    : findingsOfSubnet(model, plan, facts);
  const after = new Set(found.map(findingKey));
  const known = new Set(before.map(findingKey));
  if (after.has(findingKey(finding)) || [...after].some((key) => !known.has(key))) return undefined;
  if (isWorse(from.before, copy.results(), isOfUnlistedTag(finding, facts.tags))) return undefined;
  const { subnetId } = plan;
  return {
    requirements: [],
    effect: fixEffectOf({ changes, opens, closes }),
    changes,
    opens,
    closes,
    notes,
    alsoUsedBy: subnetId === null ? [] : alsoUsedBy(input.model, subnetId, changes),
  };
}

/** @param mayTurn true if any result is acceptable where an unknown tag left one open that wasn't fine */
function isWorse(before: readonly CheckResult[], after: readonly CheckResult[], mayTurn: boolean): boolean {
  const earlier = byRequirement(before);
  return after.some(({ requirement, outcome }) => {
    const old = earlier.get(requirement);
    const rank = old ? severityRank(old.outcome) : 0;
    return !(mayTurn && rank > 0) && severityRank(outcome) > rank;
  });
}

function isOfUnlistedTag({ check, text }: Finding, tags: TagCatalog): boolean {
  const tag = text.values?.['tag'];
  if (check === 'misspelled-service-tag') return true;
  return check === 'wrong-region-tag' && typeof tag === 'string' && isUnlistedTag(tag, tags);
}

/** True if an unknown tag left the result undecided. */
export function isUnknownByTag(outcome: Outcome): boolean {
  return outcome.is === 'unknown' && outcome.because.key === 'unknown.tag';
}
