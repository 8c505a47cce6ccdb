import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import type { Fix } from '../../core/fix';
import { standingOf } from '../../core/judgement';
import { reason } from '../../core/reason';
import { findRequirement } from '../../requirements/requirements';
import { fixOf, type FileCheck, type SubjectCheck } from '../check-files';
import { candidateOf, type FixCandidate } from './fix-candidate';

/**
 * A group that was written from the list of December 2020 as one of today: a rule for each flow that came since, in one
 * step; what that list opened and nobody asks for any more goes.
 */
export function upgradeOf2020(check: FileCheck, subject: SubjectCheck): FixCandidate | undefined {
  const asked = openFlows(subject).filter((id) => fixOf(check, subject, [id]) !== undefined);
  const added = fixOf(check, subject, asked)?.fix;
  if (!added) return undefined;
  const retired = retiredOf(check, subject);
  const closes = [...retired.flatMap((fix) => fix.closes), ...added.closes];
  return candidateOf({
    steps: [...retired.flatMap(({ steps }) => steps), ...added.steps],
    effect: closes.length > 0 ? 'closes' : added.effect,
    opens: added.opens,
    closes,
    notes: [...retired.flatMap(({ notes }) => notes), ...added.notes],
    title: reason('file.title.upgrade2020', { n: added.steps.length }),
  });
}

/** Flows that leave the subnet and are stopped today. */
function openFlows({ judgements, plan }: SubjectCheck): readonly string[] {
  return judgements
    .filter(({ verdict, requirement }) => {
      const what = findRequirement(requirement)?.profiles[plan.profile]?.what;
      const isOut = what?.is === 'flows' && what.flows.every(({ direction }) => direction === 'Outbound');
      return isOut && standingOf(verdict) === 'open';
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
