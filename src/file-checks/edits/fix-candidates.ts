import { fixOfFinding } from '../../checks/findings/fix-of-finding';
import { reasonWithoutFindingFix } from '../../checks/findings/reason-without-fix';
import { findFix, reasonUnfixed } from '../../checks/fixes/find-fix';
import { widenedFix } from '../../checks/fixes/widen-rule';
import type { FindingCheckId } from '../../checks/findings/finding-catalog';
import type { Finding } from '../../core/finding';
import type { Fix } from '../../core/fix';
import { nameOf } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';
import { associationsOf, createdParts, type ResourceChange } from '../../core/resource-change';
import { isUnstated } from '../../core/unstated-region';
import { anySubnet } from '../../documents/model/any-subnet';
import { findFixIn, subnetFix, servesAll, type FileCheck, type SubjectCheck } from '../check-files';
import type { Problem } from '../problem';
import { candidateOf, type FixCandidate } from './fix-candidate';
import { isAddedEntry } from './insert-entries';
import { settingCandidates } from './subnet-settings';
import { statusOf } from '../../core/check-result';
import { findRequirement } from '../../requirements/requirements';

/** The current requirement that replaces classic Batch's inbound rules. */
const today = 'outbound-batch-443';

interface Retired {
  readonly fix: Fix;
  readonly finding: Finding;
}

/** Removes a retired allow rule and adds the current one. Undefined if the current one already exists. */
function replacedAllowRule(
  check: FileCheck,
  subject: SubjectCheck,
  { fix, finding }: Retired,
): FixCandidate | undefined {
  const failing = subject.results.find(({ requirement }) => requirement === today);
  const added =
    failing && statusOf(failing.outcome) === 'open' ? subnetFix(check, subject, [today])?.fix : undefined;
  if (!added) return undefined;
  const title = reason('file.title.replace', { name: finding.place.name });
  return candidateOf({
    changes: [...fix.changes, ...added.changes],
    effect: fix.closes.length > 0 ? 'closes' : added.effect,
    opens: added.opens,
    closes: [...fix.closes, ...added.closes],
    notes: [...fix.notes, ...added.notes],
    title,
  });
}

/** Returns the candidates for fixing a problem, the smallest change first. */
export function candidatesOf(check: FileCheck, problem: Problem): readonly FixCandidate[] {
  const subject = check.subjects.find(({ subnet }) => subnet.id === problem.subnetId);
  if (!subject) return [];
  const { what } = problem;
  if (what.is === 'result') return ofRequirement(check, subject, problem);
  return what.is === 'finding' ? ofFinding(check, subject, what.finding) : [];
}

function ofRequirement(check: FileCheck, subject: SubjectCheck, { id }: Problem): readonly FixCandidate[] {
  const upgrades = id === 'restricted-egress-composite-2020' ? upgradesOf2020(check, subject) : [];
  if (upgrades.length > 0) return upgrades;
  const found = subnetFix(check, subject, [id]);
  const fix = found?.fix;
  // A shared rule would allow more for the other subnets than for this one.
  const mayWiden = fix?.alsoUsedBy.length === 0 || servesAll(check, subject, [id]);
  const wider = fix && mayWiden ? widenedFix(inputOf(check, subject), fix) : undefined;
  const known = [wider, fix].flatMap((one) => (one ? [candidateOf(one)] : []));
  return [
    ...settingCandidates(check, subject, id),
    ...known,
    ...withGlobalTags(check, subject, { id, fix }),
    ...withNewGateway(check, subject, { id, fix }),
  ];
}

interface Fixed {
  readonly id: string;
  readonly fix: Fix | undefined;
}

/** Returns fixes with the tag of all regions, if a file doesn't have an expression for the region of a tag. */
function withGlobalTags(
  check: FileCheck,
  subject: SubjectCheck,
  { id, fix }: Fixed,
): readonly FixCandidate[] {
  const namesRegion = fix?.changes.some((one) => isAddedEntry(one) && isUnstated(JSON.stringify(one)));
  if (namesRegion !== true) return [];
  const { model, plan, facts } = inputOf(check, subject);
  const { tags } = check.facts;
  const input = { model, plan, facts: { ...facts, tags, otherTags: [], isInSomeRegions: false } };
  const globalFix = findFixIn(input, { subnet: subject.subnet }, [id])?.fix;
  return globalFix ? [{ ...candidateOf(globalFix), isInstead: true }] : [];
}

/** Returns fixes with a new NAT gateway, if the subnet's file doesn't have a reference to the existing one. */
function withNewGateway(
  check: FileCheck,
  subject: SubjectCheck,
  { id, fix }: Fixed,
): readonly FixCandidate[] {
  const changes = fix?.changes ?? [];
  const associates = changes.flatMap(associationsOf).some(({ type }) => type === 'natGateway');
  if (!associates || createdParts(changes).length > 0) return [];
  const alternative = { rules: 'narrow', gateway: null } as const;
  const instead = findFixIn(inputOf(check, subject), { subnet: subject.subnet, alternative }, [id])?.fix;
  return instead ? [{ ...candidateOf(instead), isInstead: true }] : [];
}

function ofFinding(check: FileCheck, subject: SubjectCheck, finding: Finding): readonly FixCandidate[] {
  const fix = fixOfFinding(inputOf(check, subject), finding, subject.findings);
  if (!fix) return [];
  const replaced =
    finding.check === 'retired-batch-opening' && replacedAllowRule(check, subject, { fix, finding });
  const together = fixOfSameWord(check, subject, finding);
  return [
    ...(replaced ? [replaced] : []),
    candidateOf(fix),
    ...(together ? [{ ...candidateOf({ ...fix, changes: together }), isInstead: true as const }] : []),
  ];
}

/** A tag that is wrong in several rules may be written in one place for all of them. */
const ofTags: readonly string[] = [
  'misspelled-service-tag',
  'wrong-region-tag',
] satisfies readonly FindingCheckId[];

/** Returns the changes that correct the same wrong tag in all rules of an NSG, or undefined if only one rule has it. */
function fixOfSameWord(
  check: FileCheck,
  subject: SubjectCheck,
  finding: Finding,
): readonly ResourceChange[] | undefined {
  if (!ofTags.includes(finding.check)) return undefined;
  const same = subject.findings.filter((one) => one.check === finding.check && tagOf(one) === tagOf(finding));
  const fixes = same.flatMap((one) => fixOfFinding(inputOf(check, subject), one, subject.findings) ?? []);
  return fixes.length > 1 ? fixes.flatMap(({ changes }) => changes) : undefined;
}

function tagOf({ place, text }: Finding): string {
  return [place.resource, text.values?.['tag']].join(' ').toLowerCase();
}

/** Returns the reason why there isn't a candidate for a problem, as far as it's known. */
export function whyNoCandidate(check: FileCheck, { subnetId, what }: Problem): Reason | undefined {
  const subject = check.subjects.find(({ subnet }) => subnet.id === subnetId);
  if (!subject) return undefined;
  const input = inputOf(check, subject);
  if (what.is === 'finding') return reasonWithoutFindingFix(input, what.finding);
  if (what.is !== 'result') return undefined;
  const because = reasonUnfixed(input, subject.results, what.result);
  const { name, securityGroup } = subject.subnet;
  if (because || name !== anySubnet || !securityGroup.known) return because;
  // The fix only works for the addresses of a placeholder subnet, which aren't real.
  const hasTestedFix = findFix(input, [what.result.requirement]) !== undefined;
  return hasTestedFix ? reason('file.fix.anySubnet', { name: nameOf(securityGroup.value ?? '') }) : undefined;
}

function inputOf({ declared }: FileCheck, { plan, facts }: SubjectCheck) {
  return { model: declared.model, plan, facts };
}

/**
 * Returns candidates that update an NSG from the list of December 2020 to the current one, in one step. They add a rule
 * for each flow that was added since. Another candidate also removes what the old list allowed and Azure no longer
 * needs.
 */
function upgradesOf2020(check: FileCheck, subject: SubjectCheck): readonly FixCandidate[] {
  const failing = openFlows(subject).filter((id) => subnetFix(check, subject, [id]) !== undefined);
  const added = subnetFix(check, subject, failing)?.fix;
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

/** Returns the outbound flows that are currently blocked. */
function openFlows({ results, plan }: SubjectCheck): readonly string[] {
  return results
    .filter(({ outcome, requirement }) => {
      const what = findRequirement(requirement)?.profiles[plan.profile]?.what;
      const isOut = what?.is === 'flows' && what.flows.every(({ direction }) => direction === 'Outbound');
      return isOut && statusOf(outcome) === 'open';
    })
    .map(({ requirement }) => requirement);
}

/** Returns the fixes that remove allow rules of classic Batch. */
function retiredOf({ declared }: FileCheck, { plan, facts, findings }: SubjectCheck): readonly Fix[] {
  const input = { model: declared.model, plan, facts };
  return findings
    .filter((one) => one.check === 'retired-batch-opening')
    .flatMap((finding) => fixOfFinding(input, finding, findings) ?? []);
}
