import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import { widenedFix } from '../../checks/fixes/widen-rule';
import type { Finding } from '../../core/finding';
import { fixOf, type FileCheck, type SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { candidateOf, type FixCandidate } from './fix-candidate';
import { replacedOpening } from './replace-retired';
import { settingCandidates } from './subnet-settings';
import { upgradeOf2020 } from './upgrade-list';

/** What mends a problem, the one that changes least first. */
export function candidatesOf(check: FileCheck, problem: Problem): readonly FixCandidate[] {
  const subject = check.subjects.find(({ subnet }) => subnet.id === problem.subnetId);
  if (!subject) return [];
  const { what } = problem;
  if (what.is === 'judgement') return ofRequirement(check, subject, problem);
  return what.is === 'finding' ? ofFinding(check, subject, what.finding) : [];
}

function ofRequirement(check: FileCheck, subject: SubjectCheck, { id }: Problem): readonly FixCandidate[] {
  const upgrade = id === 'restricted-egress-composite-2020' ? upgradeOf2020(check, subject) : undefined;
  if (upgrade) return [upgrade];
  const fix = fixOf(check, subject, [id])?.fix;
  const wider = fix && widenedFix(inputOf(check, subject), fix);
  const known = [wider, fix].flatMap((one) => (one ? [candidateOf(one)] : []));
  return [...settingCandidates(check, subject, id), ...known];
}

function ofFinding(check: FileCheck, subject: SubjectCheck, finding: Finding): readonly FixCandidate[] {
  const fix = fixOfFinding(inputOf(check, subject), finding, subject.findings);
  if (!fix) return [];
  const replaced =
    finding.check === 'retired-batch-opening' && replacedOpening(check, subject, { fix, finding });
  return [...(replaced ? [replaced] : []), candidateOf(fix)];
}

function inputOf({ declared }: FileCheck, { plan, facts }: SubjectCheck) {
  return { model: declared.model, plan, facts };
}
