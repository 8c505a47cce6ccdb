import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import type { Fix } from '../../core/fix';
import { statusOf } from '../../core/check-result';
import { reason } from '../../core/reason';
import { findRequirement } from '../../requirements/requirements';
import { subnetFix, type FileCheck, type SubjectCheck } from '../check-files';
import { candidateOf, type FixCandidate } from './fix-candidate';

/**
 * An NSG that was written from the list of December 2020 as one of today: a rule for each flow that came since, in one step.
 * Another candidate also removes what that list opened and Azure no longer needs.
 */
export function upgradesOf2020(check: FileCheck, subject: SubjectCheck): readonly FixCandidate[] {
  const asked = openFlows(subject).filter((id) => subnetFix(check, subject, [id]) !== undefined);
  const added = subnetFix(check, subject, asked)?.fix;
  if (!added) return [];
  const n = added.changes.length;
  const adding = candidateOf({ ...added, title: reason('file.title.upgrade2020', { n }) });
  const retired = retiredOf(check, subject);
  if (retired.length === 0) return [adding];
  const closes = [...retired.flatMap((fix) => fix.closes), ...added.closes];
  const replacing = candidateOf({
    changes: [...retired.flatMap(({ changes }) => changes), ...added.changes],
    effect: closes.length > 0 ? 'closes' : added.effect,
    opens: added.opens,
    closes,
    notes: [...retired.flatMap(({ notes }) => notes), ...added.notes],
    title: reason('file.title.replace2020', { n, retired: retired.length }),
  });
  return [adding, replacing];
}

/** Flows that leave the subnet and are stopped today. */
function openFlows({ judgements, plan }: SubjectCheck): readonly string[] {
  return judgements
    .filter(({ verdict, requirement }) => {
      const what = findRequirement(requirement)?.profiles[plan.profile]?.what;
      const isOut = what?.is === 'flows' && what.flows.every(({ direction }) => direction === 'Outbound');
      return isOut && statusOf(verdict) === 'open';
    })
    .map(({ requirement }) => requirement);
}

/** What takes openings of classic Batch away. */
function retiredOf({ declared }: FileCheck, { plan, facts, findings }: SubjectCheck): readonly Fix[] {
  const input = { model: declared.model, plan, facts };
  return findings
    .filter((one) => one.check === 'retired-batch-opening')
    .flatMap((finding) => fixOfFinding(input, finding, findings) ?? []);
}
