import { refinedIn } from '../checks/findings/finding-catalog';
import type { Cause } from '../core/cause';
import type { Finding } from '../core/finding';
import { statusOf, type Decider, type CheckResult } from '../core/check-result';
import { idSet, idUpTo, nameOf } from '../core/network/find';
import type { ResourceId, VirtualNetwork } from '../core/network/model';
import { isNodeKind } from '../core/compute-kinds';
import { type Reason, reason } from '../core/reason';
import { goesByName } from '../requirements/requirements';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredCompute } from '../documents/model/to-compute';
import type { SourceRange } from '../documents/source/source-range';
import { shortName, type Subject } from '../documents/subjects/subjects';
import type { FileCheck, PlacedSubject, SubjectCheck } from './check-files';
import { delegatedEndpoints } from './delegated-endpoints';
import { computeBeforeEndpoint } from './deployment-order';
import { invalidFirewallRules } from './firewall-rules';
import { invalidValues } from './invalid-values';
import { misspeltActions } from './misspelled-actions';
import { computeWithoutSubnet } from './outside-network';
import { placeOfFirewallRules } from './place-of-firewall';
import { isOfGovernance, placeOfGovernance } from './place-of-governance';
import { isOfServices, placeOfService, serviceInAzure } from './place-of-service';
import { policyDenials } from './policy-denials';
import { placeOfDecider, placeOfFinding, placeOfList, placeOfNextHop, placeOfSubnet } from './places';
import { terraformConflicts } from './terraform-conflicts';
import type { Problem, ProblemSeverity, RelatedPlace } from './problem';

/** What a file can't state: who may do what, and how much is left. */
function isOfAzureAlone({ group, requirement }: CheckResult): boolean {
  const isStated = isOfGovernance(requirement) || isOfRules(requirement);
  return (group === 'permissions' || group === 'quota') && !isStated;
}

/** Requirements that the rules of an NSG answer together. */
function isOfRules(requirement: string): boolean {
  return requirement === 'nsg-rule-limits' || requirement === 'nsg-rule-wellformed';
}

/** Everything to tell about files: each requirement of each subnet once, at the place where it can be fixed. */
export function problemsOf(check: FileCheck): readonly Problem[] {
  const all = onceForServices([
    ...check.subjects.flatMap((subject) => [
      ...subject.results.flatMap((result) => reportedOf(check, subject, result)),
      ...subject.findings.flatMap((finding) => findingReported(check, subject, finding)),
    ]),
    ...leftOutOf(check),
    ...elsewhereOf(check),
    ...invalidValues(check),
    ...invalidFirewallRules(check),
    ...misspeltActions(check.declared),
    ...computeWithoutSubnet(check),
    ...computeBeforeEndpoint(check),
    ...policyDenials(check),
    ...delegatedEndpoints(check),
    ...terraformConflicts(check),
  ]);
  return all.map((one) => shownInProject(check, one));
}

/** What stands in a module of a registry is told where the project takes it; the module itself is nobody's to mend here. */
function shownInProject({ borrowed }: FileCheck, problem: Problem): Problem {
  const place = borrowed.get(problem.place.file);
  if (!place) return problem;
  const inside = { place: problem.place, text: reason('file.inModule') };
  return { ...problem, place, related: [...problem.related, inside] };
}

/** What a service or an NSG lacks is told once, however many subnets and computes it is asked for. */
function onceForServices(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ id, place, what }) => {
    if (what.is !== 'result' || !(isOfServices(id) || isOfRules(id))) return true;
    const key = JSON.stringify([id, place, what.result.outcome]);
    return !told.has(key) && told.add(key);
  });
}

function reportedOf(check: FileCheck, subject: SubjectCheck, result: CheckResult): readonly Problem[] {
  const severity = severityOf(subject, result);
  if (severity === null || isOfAzureAlone(result) || isNeedless(subject, result)) return [];
  const place = placeOf(check, subject, result);
  if (!place) return [];
  return [
    {
      id: result.requirement,
      severity,
      place,
      alsoAt: alsoAtOf(check.declared, result),
      subnet: subject.subnet.name,
      subnetId: subject.subnet.id,
      related: [],
      what: { is: 'result', result },
      ...readTimeOf(check, subject, result),
    },
  ];
}

/** What findings tell of, and what nobody asks for; what isn't known is always told. */
function isNeedless(subject: SubjectCheck, result: CheckResult): boolean {
  if (result.outcome.is === 'undecided') return false;
  return isRefined(subject, result.requirement) || assumesPrivateLink(result);
}

/** What only a private workspace needs of its services is not asked while no file makes it private. */
function assumesPrivateLink({ requirement, assumptions }: CheckResult): boolean {
  return isOfServices(requirement) && assumptions.some(({ key }) => key === 'judge.assume.privateLink');
}

/** A requirement whose row tells of the first rule alone, where findings tell of each. */
function isRefined({ findings }: SubjectCheck, requirement: string): boolean {
  return refinedIn(findings).has(requirement);
}

function findingReported(check: FileCheck, subject: SubjectCheck, finding: Finding): readonly Problem[] {
  const { declared } = check;
  const { subnet } = subject;
  const written = placeOfFinding(declared, finding.place);
  // What Azure has and no file changes is told where it stops the compute resource.
  const place = written ?? (finding.severity === 'info' ? null : placeInAzure(check, subject));
  if (!place) return [];
  const key = finding.check === 'wide-security-rule' ? 'file.covered' : 'file.because';
  const related = finding.because.flatMap((one): readonly RelatedPlace[] => {
    const its = placeOfFinding(declared, one);
    return its ? [{ place: its, text: reason(key, { name: one.name }) }] : [];
  });
  return [
    {
      id: finding.check,
      severity: finding.severity,
      place,
      subnet: subnet.name,
      subnetId: subnet.id,
      related,
      what: { is: 'finding', finding },
      ...(written ? {} : readTime(check, subject)),
    },
  ];
}

function severityOf(
  { network }: SubjectCheck,
  { requirement, outcome, severity }: CheckResult,
): ProblemSeverity | null {
  if (statusOf(outcome) === 'open') return severity;
  if (outcome.is === 'handed-on') return severity === 'info' ? 'info' : 'warning';
  if (outcome.is === 'undecided') {
    return severity === 'info' ? null : severityOfUnknown(network, outcome.because);
  }
  return worksByDefault(outcome) && !goesByName(requirement) ? 'hint' : null;
}

/**
 * What no file states of the plan is only a note: a file of a network leaves it to others. So does a file that only writes
 * a subnet of a network that exists, with the NSG and the route table that the subnet has there.
 */
function severityOfUnknown({ addressPrefixes }: VirtualNetwork, { key }: Reason): ProblemSeverity {
  if (key.startsWith('terminal.notSaid.')) return 'info';
  const isElsewhere = !addressPrefixes.known && addressPrefixes.because.key === notInFiles;
  return isElsewhere && ofElsewhere.has(key) ? 'info' : 'warning';
}

const notInFiles = 'terminal.notInFiles';
const ofElsewhere = new Set([notInFiles, 'judge.endpointsNotRead']);

/** What leaves for the internet by Azure's default rule alone, which a deny-all would stop; needed ways in are asked to be written. */
function worksByDefault(outcome: CheckResult['outcome']): boolean {
  return (
    outcome.is === 'allowed' &&
    !outcome.explicit &&
    outcome.by?.kind === 'rule' &&
    outcome.by.name === 'AllowInternetOutBound'
  );
}

/** Where a subnet is written; of one in Azure, where a compute resource names it. */
export function placeOfSubject(check: FileCheck, subject: PlacedSubject): SourceRange | null {
  return placeInAzure(check, subject) ?? placeOfSubnet(check.declared, subject.subnet.id);
}

/** Where the component that decides is written; null where no file holds it. */
export function placeOfCause(
  check: FileCheck,
  subject: PlacedSubject,
  { results }: Cause,
): SourceRange | null {
  return placeOf(check, subject, results[0]);
}

/**
 * The rule, route, or property that decides: the list that lacks a rule, the address of an appliance, else the subnet or the
 * compute.
 */
function placeOf(check: FileCheck, subject: PlacedSubject, result: CheckResult): SourceRange | null {
  const { declared } = check;
  const compute = declared.computes.find((one) => one.name === subject.compute);
  if (compute && isOfCompute(result)) return placeInCompute(compute, result);
  if (result.outcome.is === 'undecided') return placeOfWhole(check, subject);
  return (
    placeOfDeciding(declared, result) ??
    placeOfPart(declared, subject, result) ??
    placeOfWhole(check, subject) ??
    compute?.namePlace ??
    null
  );
}

/** The subnet, or where a compute resource names one of Azure. */
function placeOfWhole(check: FileCheck, subject: PlacedSubject): SourceRange | null {
  return placeInAzure(check, subject) ?? placeOfSubnet(check.declared, subject.subnet.id);
}

function placeOfDeciding(declared: DeclaredNetwork, { outcome }: CheckResult): SourceRange | null {
  const by = deciderIn(outcome);
  if (!by) return null;
  const hop = outcome.is === 'handed-on' && by.kind === 'route' ? placeOfNextHop(declared, by) : null;
  return hop ?? placeOfDecider(declared, by) ?? placeOfOwnList(declared, by);
}

/** Other places whose comments speak of a result: the rule or route, and its list. */
function alsoAtOf(declared: DeclaredNetwork, { outcome }: CheckResult): readonly SourceRange[] {
  const by = deciderIn(outcome);
  if (!by) return [];
  return [placeOfDecider(declared, by), placeOfOwnList(declared, by)].filter((one) => one !== null);
}

/** Where the service, the zone, the lock, the policy, or the list of rules is written that a requirement is about. */
function placeOfPart(
  declared: DeclaredNetwork,
  subject: PlacedSubject,
  result: CheckResult,
): SourceRange | null {
  return (
    placeOfService(declared, subject, result) ??
    placeOfGovernance(declared, result) ??
    placeOfRules(declared, subject, result)
  );
}

/** The rules of the subnet's NSG. */
function placeOfRules(
  declared: DeclaredNetwork,
  { subnet: { securityGroup } }: PlacedSubject,
  { requirement }: CheckResult,
): SourceRange | null {
  if (!isOfRules(requirement) || !securityGroup.known || securityGroup.value === null) return null;
  return placeOfList(declared, securityGroup.value);
}

/** Of a subnet that was read from Azure: where the compute resource names it. Null of a subnet of the files. */
function placeInAzure(
  { declared, azure }: FileCheck,
  { subnet, compute: name }: PlacedSubject,
): SourceRange | null {
  if (azure?.subnets.has(subnet.id.toLowerCase()) !== true) return null;
  const compute = declared.computes.find((one) => one.name === name);
  return compute ? (compute.subnetPlace ?? compute.namePlace) : null;
}

/** When a subnet that no file has was read. */
function readTime({ azure }: FileCheck, { subnet }: SubjectCheck): Pick<Problem, 'readAt'> {
  return azure?.subnets.has(subnet.id.toLowerCase()) === true ? { readAt: azure.readAt } : {};
}

/** The same of a service that no file has. */
function readTimeOf(
  check: FileCheck,
  subject: SubjectCheck,
  result: CheckResult,
): Pick<Problem, 'readAt' | 'readService'> {
  const readService = check.azure && serviceInAzure(check.declared, subject, result);
  if (!check.azure || readService === null) return readTime(check, subject);
  return { readAt: check.azure.readAt, readService };
}

/** What the compute says of itself: its name, how many nodes it wants, and where. */
function isOfCompute({ group, requirement, outcome }: CheckResult): boolean {
  const isElsewhere = outcome.is === 'not-met' && outcome.text.key === 'judge.region.compute';
  return group === 'addresses' || requirement === 'compute-name-format' || isElsewhere;
}

function placeInCompute({ maxNodesPlace, namePlace }: DeclaredCompute, { group }: CheckResult): SourceRange {
  return (group === 'addresses' ? maxNodesPlace : null) ?? namePlace;
}

/** The list that lacks a rule; of what decides by itself, null. */
function placeOfOwnList(declared: DeclaredNetwork, by: Decider): SourceRange | null {
  switch (by.kind) {
    case 'rule':
      return placeOfList(declared, by.groupId);
    case 'firewall-rule':
      return placeOfFirewallRules(declared, by);
    case 'route':
      return null;
  }
}

function deciderIn(outcome: CheckResult['outcome']): Decider | null {
  return 'by' in outcome ? (outcome.by ?? null) : null;
}

/** Subnets that were not checked are told once, at the first: they are unknown, and never passed. */
function leftOutOf({ declared, subjects, leftOut, cut }: FileCheck): readonly Problem[] {
  const [first] = leftOut;
  // One that the user named may be in no file.
  const places = leftOut.map(({ subnet }) => placeOfSubnet(declared, subnet.id));
  const place = places.find((one) => one !== null) ?? declared.resources[0]?.place;
  if (!first || !place) return [];
  const names = (all: readonly Subject[]): readonly string[] => [...new Set(all.map(shortName))];
  return [
    {
      id: 'subnets-not-checked',
      severity: 'warning',
      place,
      subnet: '',
      subnetId: first.subnet.id,
      related: [],
      what: {
        is: 'left-out',
        subnets: names(leftOut),
        checked: names(subjects).length,
        because: cut ?? 'budget',
      },
    },
  ];
}

/** Compute resources whose subnet no file declares: each once, never as missing rules. */
function elsewhereOf(check: FileCheck): readonly Problem[] {
  return computeInOtherSubnets(check).map((compute): Problem => {
    const { subnetId } = compute;
    const id = subnetId.known ? subnetId.value : null;
    return {
      id: 'subnet-not-in-files',
      severity: 'info',
      place: compute.subnetPlace ?? compute.namePlace,
      subnet: id === null ? '' : nameOf(id),
      subnetId: id ?? compute.id,
      related: [],
      what: {
        is: 'elsewhere',
        compute: compute.name,
        computeId: compute.id,
        id,
        because: subnetId.known ? null : subnetId.because,
        unread: id === null ? null : whyUnread(check, id),
      },
    };
  });
}

/** Why a subnet, or its network, couldn't be read from Azure. */
function whyUnread({ azure }: FileCheck, subnetId: ResourceId): Reason | null {
  const ids = [idUpTo(subnetId, 'subnets'), subnetId];
  const [because = null] = ids.flatMap((id) => azure?.unread.get(id.toLowerCase()) ?? []);
  return because;
}

/** Compute resources that certainly or perhaps use a subnet that isn't checked. */
export function computeInOtherSubnets({
  declared,
  subjects,
  leftOut,
}: FileCheck): readonly DeclaredCompute[] {
  const isInFiles = idSet([...subjects, ...leftOut].map(({ subnet }) => subnet.id));
  return declared.computes.filter(({ kind, subnetId }) => {
    if (kind.known && !isNodeKind(kind.value)) return false;
    if (!subnetId.known) return true;
    const { value: id } = subnetId;
    return id !== null && !isInFiles(id);
  });
}
