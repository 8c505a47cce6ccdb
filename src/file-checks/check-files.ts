import { dequal } from 'dequal';
import { findingsOfSubnet } from '../checks/findings/findings-of';
import { findFix, type TestedFix } from '../checks/fixes/find-fix';
import { othersUsing } from '../checks/fixes/also-used-by';
import type { FixInput } from '../checks/fixes/fix-input';
import type { FixAlternative, FixOptions } from '../checks/fixes/fix-options';
import type { CheckInput } from '../checks/check-subnet';
import { checkSubnetCached } from '../checks/check-subnet-cached';
import type { Finding } from '../core/finding';
import { addedRules } from '../core/resource-change';
import { statusOf, type CheckResult } from '../core/check-result';
import { known } from '../core/known';
import { reason, type Reason } from '../core/reason';
import { anyPrefix, anySubnet } from '../documents/model/any-subnet';
import { groupBy } from '../core/group-by';
import { findById, idSet } from '../core/network/find';
import { parentIdOf } from '../documents/model/declared-resource';
import type { NetworkModel, ResourceId } from '../core/network/model';
import type { TerraformConflict } from '../documents/terraform/providers/conflicts';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { UnreadModule } from '../documents/evaluate/evaluator';
import type { SourceRange } from '../documents/source/source-range';
import { plansOf, type AssumedPlan, type PlanOverrides } from '../documents/subjects/subject-plans';
import {
  allSubjects,
  intendedSubjects,
  type FileInputs,
  type ResourceAssumption,
  type Subject,
  type SubjectOptions,
} from '../documents/subjects/subjects';
import type { Directed } from './directives';
import { isOfFiles, withAzure, type AzureResources } from './existing/with-azure';
import { neededResources, type NeededResources } from './existing/needed-resources';
import { factsOf } from './facts-of';
import { isSameFor, keepUnchanged } from './keep-unchanged';
import { assumedOfPlaceholder, resultsIn } from './placeholder-subnet';
import { withinLimits, type BudgetLimits, type Cut } from './work-budget';

/** The results of one subnet of the files, for one compute resource. */
export interface SubjectCheck extends Subject, AssumedPlan {
  /** The inputs of the check, including the services of the workspace. */
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  /** Faults of single rules and routes in its NSG and route table. */
  readonly findings: readonly Finding[];
}

/** The parts of a subject that determine where its results are reported in the files. */
export type PlacedSubject = Pick<SubjectCheck, 'subnet' | 'compute' | 'facts'>;

/** The declarations of files, and the results of their check. */
export interface FileCheck {
  readonly declared: DeclaredNetwork;
  readonly facts: CheckInput;
  readonly subjects: readonly SubjectCheck[];
  /** Subnets that weren't checked, for each compute resource, because the files exceed the budget of one run. */
  readonly leftOut: readonly Subject[];
  /**
   * Why the analysis is incomplete. The rest of the files could contain anything, so no subnet is checked. Null if it's
   * complete.
   */
  readonly cut: Cut | null;
  /** Modules from a registry, by file, with the place in the project's own files that refers to each. */
  readonly borrowed: ReadonlyMap<string, SourceRange>;
  /** Modules whose templates can't be read. Their resources aren't known. */
  readonly unread: readonly UnreadModule[];
  /** Terraform resources that undo each other's changes. */
  readonly conflicts: readonly TerraformConflict[];
  /** Overrides in comments, for the subnets that follow them. */
  readonly directed: readonly Directed[];
  /** Resources that are used, and that no file contains. */
  readonly needed: NeededResources;
  /** Data on these resources that was read from Azure, or null if nothing was read. */
  readonly azure: ReadFromAzure | null;
}

/** Resources in their current state in Azure. */
interface ReadFromAzure extends Pick<AzureResources, 'readAt' | 'unread'> {
  /** IDs of subnets, in lowercase. */
  readonly subnets: ReadonlySet<string>;
}

/** Returns Azure's data on the resources that files only refer to, or undefined if Azure wasn't queried. */
export type ReadAzureResources = (needed: NeededResources) => AzureResources | undefined;

/** Called between pieces of work. A rejected promise cancels the analysis. */
export type Pause = () => Promise<void>;

/** The subnets to check, and their network. */
interface Chosen {
  readonly declared: DeclaredNetwork;
  readonly subjects: readonly Subject[];
}

/** Adds known data that isn't in the files, and subnets that the user named, to the subnets to check. */
export type Choose = (chosen: Chosen) => Chosen;

/** The inputs for a check of files. */
interface FilesGiven extends Pick<FileCheck, 'borrowed' | 'directed' | 'unread' | 'cut' | 'conflicts'> {
  readonly choose: Choose | undefined;
  readonly limits: Partial<BudgetLimits> | undefined;
  readonly overrides: PlanOverrides;
  readonly isChecked: boolean;
  /** Returns true for subnets that are requested by name. These are checked first. */
  readonly isFirst: ((subject: Subject) => boolean) | undefined;
  /** The result for the same files before an edit. Unchanged parts aren't checked again. */
  readonly before: FileCheck | undefined;
  readonly pause: Pause | undefined;
  readonly azure: ReadAzureResources | undefined;
  /** False if a module isn't known. */
  readonly isWhole: boolean;
}

/** Checks the subnets of files that are for Azure Machine Learning. Empty if there are none. */
export async function checkFiles(
  given: DeclaredNetwork,
  facts: CheckInput,
  reported: FilesGiven,
): Promise<FileCheck> {
  const { overrides, directed, isChecked, choose = same } = reported;
  const { needed, azure, chosen: found } = foundIn(given, reported);
  const { declared, subjects: chosen } = choose(found);
  const planned = plannedOf(declared, chosen, { overrides, directed });
  const { borrowed, unread, conflicts, cut } = reported;
  const none = { subjects: [], leftOut: [] };
  const files = { declared, facts, ...none, cut, borrowed, unread, conflicts, directed, needed, azure };
  return isChecked
    ? checkPlannedSubjects(files, planned, reported)
    : { ...files, subjects: planned.map((one) => unchecked(declared, facts, one)) };
}

/** Checks subnets of files, within the budget of one run. */
export async function checkPlannedSubjects(
  files: FileCheck,
  planned: readonly (Subject & AssumedPlan)[],
  { isFirst, before, pause, limits }: Partial<Pick<FilesGiven, 'isFirst' | 'before' | 'pause' | 'limits'>>,
): Promise<FileCheck> {
  const { declared, facts, cut } = files;
  const { checked, leftOut } = withinLimits(declared.model, firstThose(planned, isFirst), { cut, limits });
  const subjects: SubjectCheck[] = [];
  for (const one of checked) {
    await pause?.();
    subjects.push(subjectCheck(declared, { facts, before }, one));
  }
  return { ...files, subjects, leftOut };
}

interface Found extends Pick<FileCheck, 'needed' | 'azure'> {
  readonly chosen: Chosen;
}

/** Finds the subnets to check, and adds Azure's data. */
function foundIn(
  given: DeclaredNetwork,
  { overrides, directed, before, azure: readFromAzure, isWhole }: FilesGiven,
): Found {
  const files = { ...given, model: inRegion(given.model, overrides.region) };
  const needed = neededResources(files, subjectsOf(files, directed, overrides));
  const azure = readFromAzure?.(needed);
  const joined = azure ? withAzure(files, azure, isWhole) : { declared: files, subnets: new Set<string>() };
  const { model } = joined.declared;
  const declared = {
    ...joined.declared,
    model: before ? keepUnchanged(before.declared.model, model) : model,
  };
  const intended = subjectsOf(declared, directed, overrides);
  return {
    needed,
    azure: azure ? { readAt: azure.readAt, unread: azure.unread, subnets: joined.subnets } : null,
    chosen: { declared, subjects: azure ? intended.filter((one) => isOfFiles(files, one)) : intended },
  };
}

/** Sorts subnets that are requested by name first, so that they aren't left out because of others. */
function firstThose<T extends Subject>(
  all: readonly T[],
  isFirst: ((subject: Subject) => boolean) | undefined,
): readonly T[] {
  return isFirst ? [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))] : all;
}

function same(chosen: Chosen): Chosen {
  return chosen;
}

/** Returns the plans that subnets are checked for, one for each of their compute resources. */
function plannedOf(
  declared: DeclaredNetwork,
  subjects: readonly Subject[],
  { overrides, directed }: Pick<FilesGiven, 'overrides' | 'directed'>,
): readonly (Subject & AssumedPlan)[] {
  return subjects.flatMap((chosen) => {
    const options = overridesFor(chosen, overrides, directed);
    return plansOf({ inputs: declared, chosen, options }).map((one) => ({ ...chosen, ...one }));
  });
}

/** Checks subnets that aren't for Azure Machine Learning in the files. */
export function checkOfOthers(
  check: FileCheck,
  overrides: PlanOverrides,
  ids: readonly ResourceId[],
): FileCheck {
  const { declared, facts, subjects, directed } = check;
  const isRequested = idSet(ids);
  const isChecked = idSet(subjects.map(({ subnet }) => subnet.id));
  const others = allSubjects(declared).filter(({ subnet: { id } }) => isRequested(id) && !isChecked(id));
  const planned = plannedOf(declared, others, { overrides, directed });
  return {
    ...check,
    subjects: planned.map((one) => subjectCheck(declared, { facts, before: undefined }, one)),
  };
}

function subjectCheck(
  declared: DeclaredNetwork,
  given: Pick<FileCheck, 'facts'> & Pick<FilesGiven, 'before'>,
  subject: Subject & AssumedPlan,
): SubjectCheck {
  const facts = factsOf(subject.plan, given.facts, declared);
  const { model } = declared;
  const was = given.before && checkedBefore(given.before, { ...subject, facts }, model);
  return {
    ...subject,
    facts,
    assumed: [...subject.assumed, ...assumedOfFiles(subject, declared)],
    results: was?.results ?? resultsIn(subject.subnet, checkSubnetCached(model, subject.plan, facts)),
    findings: was?.findings ?? findingsOfSubnet(model, subject.plan, facts),
  };
}

function unchecked(
  declared: DeclaredNetwork,
  given: CheckInput,
  subject: Subject & AssumedPlan,
): SubjectCheck {
  return { ...subject, facts: factsOf(subject.plan, given, declared), results: [], findings: [] };
}

/**
 * Returns the previous check of the same plan with the same facts, if the network's state is the same for the subnet.
 */
function checkedBefore(
  { subjects, declared }: FileCheck,
  {
    plan,
    subnet,
    facts: { tags, otherTags = [], isInSomeRegions, services, zones, governance },
  }: Subject & AssumedPlan & Pick<SubjectCheck, 'facts'>,
  model: NetworkModel,
): SubjectCheck | undefined {
  if (!isSameFor(subnet, declared.model, model)) return undefined;
  return checksOf(subjects, subnet.id).find(
    ({ facts, plan: its }) =>
      facts.tags === tags &&
      facts.isInSomeRegions === isInSomeRegions &&
      isSameList(facts.otherTags ?? [], otherTags) &&
      dequal(its, plan) &&
      dequal(facts.services, services) &&
      dequal(facts.zones, zones) &&
      dequal(facts.governance, governance),
  );
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Checks by subnet. Cached, because the results of one subnet depend on others. */
const checksBySubnet = new WeakMap<readonly SubjectCheck[], ReadonlyMap<string, readonly SubjectCheck[]>>();

function checksOf(subjects: readonly SubjectCheck[], id: ResourceId): readonly SubjectCheck[] {
  const index = checksBySubnet.get(subjects) ?? groupBy(subjects, ({ subnet }) => subnet.id.toLowerCase());
  checksBySubnet.set(subjects, index);
  return index.get(id.toLowerCase()) ?? [];
}

/** Returns the assumptions about a network of files, and about the resources that a subnet uses. */
export function assumedOfFiles(subject: Subject, files: Pick<FileInputs, 'assumed'>): readonly Reason[] {
  const { subnet, network } = subject;
  const rules = network.adminRules?.known === true ? network.adminRules.value : [];
  return [
    // A placeholder subnet doesn't have routes or a gateway, because the file doesn't contain any.
    ...assumedOfPlaceholder(subnet),
    ...(rules.length > 0 ? [reason('file.assumed.adminRules', { name: network.name })] : []),
    ...assumedOfResources(subject, files.assumed ?? []),
  ];
}

function assumedOfResources(
  { subnet, network, computes }: Subject,
  all: readonly ResourceAssumption[],
): readonly Reason[] {
  const associated = [subnet.securityGroup, subnet.routeTable, subnet.natGateway].flatMap((one) =>
    one.known && one.value !== null ? [one.value] : [],
  );
  const used = idSet([
    subnet.id,
    network.id,
    ...associated,
    ...computes.flatMap(({ id, workspaceId }) => [id, workspaceId]),
  ]);
  const isItem = idSet(associated);
  return all.filter(({ id }) => used(id) || isItem(parentIdOf(id))).map(({ assumed }) => assumed);
}

/** Returns the overrides for a subnet: those of the caller, or of a comment before it. */
export function overridesFor(
  subject: Subject,
  overrides: PlanOverrides,
  directed: readonly Directed[],
): PlanOverrides {
  const own = overridesBySubnet(directed).get(subject.subnet.id.toLowerCase());
  return {
    ...overrides,
    compute: overrides.compute ?? own?.compute,
    publicIp: overrides.publicIp ?? own?.publicIp,
    workspace: overrides.workspace ?? own?.workspace,
  };
}

/** Returns the subnets to check, including those that a comment refers to. */
export function subjectsOf(
  inputs: FileInputs,
  directed: readonly Directed[],
  options: SubjectOptions,
): readonly Subject[] {
  const ids = directed.flatMap(({ subnets }) => subnets);
  const isNamed = idSet(ids);
  const intended = intendedSubjects(inputs, ids, options);
  const isSelected = new Set(intended.map(({ subnet }) => subnet));
  const named = allSubjects(inputs).filter(({ subnet }) => isNamed(subnet.id));
  return [...intended, ...named.filter(({ subnet }) => !isSelected.has(subnet))];
}

const overridesOfSubnets = new WeakMap<readonly Directed[], ReadonlyMap<string, Directed['overrides']>>();

/** Returns the overrides of the first comment for each subnet, by the subnet's ID in lowercase. */
function overridesBySubnet(directed: readonly Directed[]): ReadonlyMap<string, Directed['overrides']> {
  const before = overridesOfSubnets.get(directed);
  if (before) return before;
  const all = directed.flatMap(({ subnets, overrides }) =>
    subnets.map((id) => [id.toLowerCase(), overrides] as const),
  );
  const overridesById = new Map([...all].reverse());
  overridesOfSubnets.set(directed, overridesById);
  return overridesById;
}

/** Returns the tested fix for one requirement, or several together, in a subnet. Undefined if there is none. */
export function subnetFix(
  check: FileCheck,
  { plan, facts, subnet }: SubjectCheck,
  requirements: readonly string[],
): TestedFix | undefined {
  const isRequestedIn = isRequiredBy(check, requirements);
  return findFixIn({ model: check.declared.model, plan, facts }, { subnet, isRequestedIn }, requirements);
}

/** True if new rules suit all subnets of the NSG: the subnet is its only one, or all others need the same. */
export function servesAll(
  check: FileCheck,
  { subnet }: SubjectCheck,
  requirements: readonly string[],
): boolean {
  const served = { subnet, isRequestedIn: isRequiredBy(check, requirements) };
  return fixOptionsIn(check.declared.model, served).includeOthers === true;
}

function isRequiredBy({ subjects }: FileCheck, requirements: readonly string[]): (id: ResourceId) => boolean {
  return (id) => requirements.every((one) => checksOf(subjects, id).some((each) => isOpen(each, one)));
}

function isOpen({ results }: SubjectCheck, requirement: string): boolean {
  const one = results.find((each) => each.requirement === requirement);
  return one !== undefined && statusOf(one.outcome) === 'open';
}

/** A subnet, and a test for others that need the same. */
export interface Served extends Pick<Subject, 'subnet'> {
  readonly isRequestedIn?: (id: ResourceId) => boolean;
  /** Another alternative than the first. */
  readonly alternative?: FixAlternative;
}

/** Finds a fix without a file check. A rule with the addresses of a placeholder subnet isn't a valid fix. */
export function findFixIn(
  input: FixInput,
  served: Served,
  requirements: readonly string[],
): TestedFix | undefined {
  const { alternative } = served;
  const found = findFix(input, requirements, {
    ...fixOptionsIn(input.model, served),
    ...(alternative ? { alternative } : {}),
  });
  const isForAny = served.subnet.name === anySubnet;
  return found && isForAny && addedRules(found.fix.changes).some(namesAnyPrefix) ? undefined : found;
}

function namesAnyPrefix({ rule }: ReturnType<typeof addedRules>[number]): boolean {
  return [...rule.sources, ...rule.destinations].includes(anyPrefix);
}

/**
 * Returns the fix options for a subnet. A rule covers all addresses that its NSG filters if no other subnet in the
 * files has the NSG, or all others need the same. The addresses of a placeholder subnet aren't real. A fix in files
 * only removes rules that it's for.
 */
export function fixOptionsIn(
  model: NetworkModel,
  { subnet, isRequestedIn = () => false }: Served,
): FixOptions {
  const { securityGroup } = subnet;
  const group = securityGroup.known && findById(model.securityGroups, securityGroup.value ?? '');
  // The users that Azure reports for an NSG are used as they are.
  const isOfFiles = group !== false && group !== undefined && !group.usedBy.known;
  const isForAll = isOfFiles && othersUsing(model, subnet.id, group).every(isRequestedIn);
  return { keepsShadowedRules: true, ...(isForAll ? { includeOthers: true } : {}) };
}

/** Sets the region of networks for which no file sets one. */
export function inRegion(model: NetworkModel, region: string | undefined): NetworkModel {
  if (region === undefined) return model;
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) =>
      one.location.known ? one : { ...one, location: known(region) },
    ),
  };
}
