import { findingKey, type Finding } from '../../core/finding';
import { fixEffectOf, type Fix } from '../../core/fix';
import type { Outcome } from '../../core/check-result';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { checkSubnet } from '../check-subnet';
import { isUnlistedTag } from '../tag-texts';
import { cachedResults } from '../check-subnet-cached';
import { alsoUsedBy } from '../fixes/also-used-by';
import { applyFix } from '../fixes/apply-fix';
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
  const model = applyFix(input.model, { changes });
  const { plan, facts } = input;
  const found = isOfUnused(finding)
    ? findingsWithout(model, plan, { facts, finding, before })
    : findingsOfSubnet(model, plan, facts);
  const after = new Set(found.map(findingKey));
  const known = new Set(before.map(findingKey));
  if (after.has(findingKey(finding)) || [...after].some((key) => !known.has(key))) return undefined;
  if (isWorse(input, { ...input, model }, finding)) return undefined;
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

function isWorse(was: FixInput, is: FixInput, finding: Finding): boolean {
  const checked =
    cachedResults(was.model, was.plan, was.facts) ?? checkSubnet(was.model, was.plan, was.facts);
  const before = new Map(checked.map((one) => [one.requirement, one.outcome]));
  const mayTurn = isOfUnlistedTag(finding, was.facts.tags);
  return checkSubnet(is.model, is.plan, is.facts).some(({ requirement, outcome }) => {
    const old = before.get(requirement);
    // A result left open by an unknown tag wasn't fine. Once the tag is correct, any result is acceptable.
    if (mayTurn && old && severityRank(old) > 0) return false;
    return severityRank(outcome) > (old ? severityRank(old) : 0);
  });
}

function isOfUnlistedTag({ check, text }: Finding, tags: TagCatalog): boolean {
  const tag = text.values?.['tag'];
  if (check === 'misspelled-service-tag') return true;
  return check === 'wrong-region-tag' && typeof tag === 'string' && isUnlistedTag(tag, tags);
}

/** True if an unknown tag left the result undecided. */
export function isUnknownByTag(outcome: Outcome): boolean {
  return outcome.is === 'undecided' && outcome.because.key === 'unknown.tag';
}
