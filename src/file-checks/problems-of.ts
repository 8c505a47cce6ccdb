import { refinedIn } from '../checks/findings/finding-catalog';
import type { Cause } from '../core/cause';
import type { Finding } from '../core/finding';
import { statusOf, type Decider, type CheckResult } from '../core/check-result';
import { virtualNetworkIdOf, idSet, nameOf } from '../core/network/find';
import type { ResourceId, VirtualNetwork } from '../core/network/model';
import { isNodeKind } from '../core/compute-kinds';
import { type Reason, reason } from '../core/reason';
import { isIdentifiedByName } from '../requirements/requirements';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredCompute } from '../documents/model/to-compute';
import type { SourceRange } from '../documents/source/source-range';
import { shortName, type Subject } from '../documents/subjects/subjects';
import type { FileCheck, PlacedSubject, SubjectCheck } from './check-files';
import { delegatedEndpoints } from './delegated-endpoints';
import { computeBeforeEndpoint } from './deployment-order';
import { invalidFirewallRules } from './firewall-rules';
import { invalidValues } from './invalid-values';
import { misspelledActions } from './misspelled-actions';
import { computeWithoutSubnet } from './outside-network';
import { placeOfFirewallRules } from './place-of-firewall';
import { isOfGovernance, placeOfGovernance } from './place-of-governance';
import { isOfServices, placeOfService, serviceInAzure } from './place-of-service';
import { policyDenials } from './policy-denials';
import { placeOfDecider, placeOfFinding, placeOfList, placeOfNextHop, placeOfSubnet } from './places';
import { terraformConflicts } from './terraform-conflicts';
import { unassociatedGroups } from './unassociated-groups';
import type { Problem, ProblemSeverity, RelatedPlace } from './problem';

/** Returns whether a result is about something that files can't contain: permissions and quotas. */
function isOfAzureAlone({ group, requirement }: CheckResult): boolean {
  const isStated = isOfGovernance(requirement) || isOfRules(requirement);
  return (group === 'permissions' || group === 'quota') && !isStated;
}

/** Returns whether all rules of an NSG together decide a requirement. */
function isOfRules(requirement: string): boolean {
  return requirement === 'nsg-rule-limits' || requirement === 'nsg-rule-wellformed';
}

/** Returns all problems of files: each requirement of each subnet once, at the place where it can be fixed. */
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
    ...misspelledActions(check.declared),
    ...computeWithoutSubnet(check),
    ...computeBeforeEndpoint(check),
    ...policyDenials(check),
    ...delegatedEndpoints(check),
    ...unassociatedGroups(check),
    ...terraformConflicts(check),
  ]);
  return all.map((one) => shownInProject(check, one));
}

/**
 * Moves a problem in a registry module to the place where the project refers to the module, which can't be fixed here.
 */
function shownInProject({ borrowed }: FileCheck, problem: Problem): Problem {
  const place = borrowed.get(problem.place.file);
  if (!place) return problem;
  const inside = { place: problem.place, text: reason('file.inModule') };
  return { ...problem, place, related: [...problem.related, inside] };
}

/** Reports a missing setting of a service or an NSG once, however many subnets and compute resources need it. */
function onceForServices(problems: readonly Problem[]): readonly Problem[] {
  const reported = new Set<string>();
  return problems.filter(({ id, place, what }) => {
    if (what.is !== 'result' || !(isOfServices(id) || isOfRules(id))) return true;
    const key = JSON.stringify([id, place, what.result.outcome]);
    return !reported.has(key) && reported.add(key);
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

/**
 * Returns whether a result isn't reported, because findings cover it, or because it isn't required. An unknown result is always
 * reported.
 */
function isNeedless(subject: SubjectCheck, result: CheckResult): boolean {
  if (result.outcome.is === 'unknown') return false;
  return isRefined(subject, result.requirement) || assumesPrivateLink(result);
}

/** Returns whether a requirement of services is only for a private workspace, and no file makes the workspace private. */
function assumesPrivateLink({ requirement, assumptions }: CheckResult): boolean {
  return isOfServices(requirement) && assumptions.some(({ key }) => key === 'check.assume.privateLink');
}

/** Returns whether findings report each rule, while the requirement's result only contains the first one. */
function isRefined({ findings }: SubjectCheck, requirement: string): boolean {
  return refinedIn(findings).has(requirement);
}

function findingReported(check: FileCheck, subject: SubjectCheck, finding: Finding): readonly Problem[] {
  const { declared } = check;
  const { subnet } = subject;
  const written = placeOfFinding(declared, finding.place);
  // A fault in Azure that no file changes is reported where it affects the compute resource.
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
  if (outcome.is === 'forwarded') return severity === 'info' ? 'info' : 'warning';
  if (outcome.is === 'unknown') {
    return severity === 'info' ? null : severityOfUnknown(network, outcome.because);
  }
  return worksByDefault(outcome) && !isIdentifiedByName(requirement) ? 'hint' : null;
}

/**
 * Returns the severity of an unknown result. If the files don't specify a part of the plan, it's only info, because a
 * network's file leaves that to others. The same applies to a file that only declares a subnet of an existing network,
 * with the subnet's existing NSG and route table.
 */
function severityOfUnknown({ addressPrefixes }: VirtualNetwork, { key }: Reason): ProblemSeverity {
  if (key.startsWith('terminal.notSaid.')) return 'info';
  const isElsewhere = !addressPrefixes.known && addressPrefixes.because.key === notInFiles;
  return isElsewhere && ofElsewhere.has(key) ? 'info' : 'warning';
}

const notInFiles = 'terminal.notInFiles';
const ofElsewhere = new Set([notInFiles, 'check.endpointsNotRead']);

/**
 * Returns whether a flow to the internet is only allowed by Azure's default rule, which a deny-all rule would override.
 * Required inbound flows always need a written rule.
 */
function worksByDefault(outcome: CheckResult['outcome']): boolean {
  return (
    outcome.is === 'allowed' &&
    !outcome.explicit &&
    outcome.by?.kind === 'rule' &&
    outcome.by.name === 'AllowInternetOutBound'
  );
}

/** Returns the place of a subnet, or for a subnet in Azure, where a compute resource refers to it. */
export function placeOfSubject(check: FileCheck, subject: PlacedSubject): SourceRange | null {
  return placeInAzure(check, subject) ?? placeOfSubnet(check.declared, subject.subnet.id);
}

/** Returns the place of the deciding component, or null if no file contains it. */
export function placeOfCause(
  check: FileCheck,
  subject: PlacedSubject,
  { results }: Cause,
): SourceRange | null {
  return placeOf(check, subject, results[0]);
}

/**
 * Returns the place of the deciding rule, route, or property. It can be the list without a required rule, or the
 * address of an appliance. Otherwise, it's the subnet or the compute resource.
 */
function placeOf(check: FileCheck, subject: PlacedSubject, result: CheckResult): SourceRange | null {
  const { declared } = check;
  const compute = declared.computes.find((one) => one.name === subject.compute);
  if (compute && isOfCompute(result)) return placeInCompute(compute, result);
  if (result.outcome.is === 'unknown') return placeOfSubnetOrCompute(check, subject);
  return (
    placeOfDeciding(declared, result) ??
    placeOfPart(declared, subject, result) ??
    placeOfSubnetOrCompute(check, subject) ??
    compute?.namePlace ??
    null
  );
}

/** Returns the place of the subnet, or where a compute resource refers to one in Azure. */
function placeOfSubnetOrCompute(check: FileCheck, subject: PlacedSubject): SourceRange | null {
  return placeInAzure(check, subject) ?? placeOfSubnet(check.declared, subject.subnet.id);
}

function placeOfDeciding(declared: DeclaredNetwork, { outcome }: CheckResult): SourceRange | null {
  const by = deciderIn(outcome);
  if (!by) return null;
  const hop = outcome.is === 'forwarded' && by.kind === 'route' ? placeOfNextHop(declared, by) : null;
  return hop ?? placeOfDecider(declared, by) ?? placeOfOwnList(declared, by);
}

/** Returns other places whose comments apply to a result: the rule or route, and its list. */
function alsoAtOf(declared: DeclaredNetwork, { outcome }: CheckResult): readonly SourceRange[] {
  const by = deciderIn(outcome);
  if (!by) return [];
  return [placeOfDecider(declared, by), placeOfOwnList(declared, by)].filter((one) => one !== null);
}

/** Returns the place of the service, zone, lock, policy, or list of rules that a requirement is about. */
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

/** Returns the place of the rules in the subnet's NSG. */
function placeOfRules(
  declared: DeclaredNetwork,
  { subnet: { securityGroup } }: PlacedSubject,
  { requirement }: CheckResult,
): SourceRange | null {
  if (!isOfRules(requirement) || !securityGroup.known || securityGroup.value === null) return null;
  return placeOfList(declared, securityGroup.value);
}

/**
 * Returns the place where the compute resource refers to a subnet that was read from Azure. Null for a subnet of the
 * files.
 */
function placeInAzure(
  { declared, azure }: FileCheck,
  { subnet, compute: name }: PlacedSubject,
): SourceRange | null {
  if (azure?.subnets.has(subnet.id.toLowerCase()) !== true) return null;
  const compute = declared.computes.find((one) => one.name === name);
  return compute ? (compute.subnetPlace ?? compute.namePlace) : null;
}

/** Returns the time at which a subnet that isn't in the files was read. */
function readTime({ azure }: FileCheck, { subnet }: SubjectCheck): Pick<Problem, 'readAt'> {
  return azure?.subnets.has(subnet.id.toLowerCase()) === true ? { readAt: azure.readAt } : {};
}

/** Returns the time at which a service that isn't in the files was read. */
function readTimeOf(
  check: FileCheck,
  subject: SubjectCheck,
  result: CheckResult,
): Pick<Problem, 'readAt' | 'readService'> {
  const readService = check.azure && serviceInAzure(check.declared, subject, result);
  if (!check.azure || readService === null) return readTime(check, subject);
  return { readAt: check.azure.readAt, readService };
}

/** Returns whether a result is about the compute resource itself: its name, number of nodes, or region. */
function isOfCompute({ group, requirement, outcome }: CheckResult): boolean {
  const isElsewhere = outcome.is === 'failed' && outcome.text.key === 'check.region.compute';
  return group === 'addresses' || requirement === 'compute-name-format' || isElsewhere;
}

function placeInCompute({ maxNodesPlace, namePlace }: DeclaredCompute, { group }: CheckResult): SourceRange {
  return (group === 'addresses' ? maxNodesPlace : null) ?? namePlace;
}

/** Returns the place of the list without a required rule, or null for a component that decides by itself. */
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

/** Reports subnets that weren't checked once, at the first one. They're unknown, and never pass. */
function leftOutOf({ declared, subjects, leftOut, cut }: FileCheck): readonly Problem[] {
  const [first] = leftOut;
  // A subnet that the user named can be missing in the files.
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

/** Reports compute resources whose subnet no file declares, each once, and never as missing rules. */
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

/** Returns the reason why a subnet, or its network, couldn't be read from Azure. */
function whyUnread({ azure }: FileCheck, subnetId: ResourceId): Reason | null {
  const ids = [virtualNetworkIdOf(subnetId), subnetId];
  const [because = null] = ids.flatMap((id) => azure?.unread.get(id.toLowerCase()) ?? []);
  return because;
}

/** Returns the compute resources that certainly or possibly use a subnet that isn't checked. */
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
