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
  meantSubjects,
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
import { withinLimits, type BudgetLimits, type Cut } from './work-budget';

/** What one subnet of the files lets through, for one compute. */
export interface SubjectCheck extends Subject, AssumedPlan {
  /** What it is checked with, the services of its workspace among it. */
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  /** What is wrong with single rules and routes of its group and table. */
  readonly findings: readonly Finding[];
}

/** What it takes to know where a result of a subnet belongs in the files. */
export type PlacedSubject = Pick<SubjectCheck, 'subnet' | 'compute' | 'facts'>;

/** What files declare, and what the check says of it. */
export interface FileCheck {
  readonly declared: DeclaredNetwork;
  readonly facts: CheckInput;
  readonly subjects: readonly SubjectCheck[];
  /** Subnets that were not checked, for each compute, since the files ask for more than the budget of one run. */
  readonly leftOut: readonly Subject[];
  /** Why files aren't read or evaluated to their end: anything may follow, so no subnet is checked. Null where they are. */
  readonly cut: Cut | null;
  /** Modules from a registry, by file: where the project's own files take each. */
  readonly borrowed: ReadonlyMap<string, SourceRange>;
  /** Modules whose templates can't be read: what they deploy is not known. */
  readonly unread: readonly UnreadModule[];
  /** Resources of Terraform that undo each other. */
  readonly conflicts: readonly TerraformConflict[];
  /** What comments say of the subnets that they stand before. */
  readonly directed: readonly Directed[];
  /** What is used and in no file. */
  readonly needed: NeededResources;
  /** What of it was read from Azure; null where nothing was. */
  readonly azure: ReadFromAzure | null;
}

/** What is as Azure has it. */
interface ReadFromAzure extends Pick<AzureResources, 'readAt' | 'unread'> {
  /** IDs of subnets, in lower case. */
  readonly subnets: ReadonlySet<string>;
}

/** What Azure has of the resources that files only refer to, as it was read; undefined where it wasn't asked. */
export type ReadAzureResources = (needed: NeededResources) => AzureResources | undefined;

/** Called between pieces of work; whoever wants no more of it rejects. */
export type Pause = () => Promise<void>;

/** What is checked, and with what network. */
interface Chosen {
  readonly declared: DeclaredNetwork;
  readonly subjects: readonly Subject[];
}

/** Adds what is known beside the files, and subnets that the user named, to those that the files mean. */
export type Choose = (chosen: Chosen) => Chosen;

/** What is said of files. */
interface FilesGiven extends Pick<FileCheck, 'borrowed' | 'directed' | 'unread' | 'cut' | 'conflicts'> {
  readonly choose: Choose | undefined;
  readonly limits: Partial<BudgetLimits> | undefined;
  readonly said: PlanOverrides;
  readonly isChecked: boolean;
  /** True of subnets that somebody asks for by name: they are checked before others. */
  readonly isFirst: ((subject: Subject) => boolean) | undefined;
  /** What the same files came to before somebody typed on: what that left as it was is not checked anew. */
  readonly before: FileCheck | undefined;
  readonly pause: Pause | undefined;
  readonly azure: ReadAzureResources | undefined;
  /** False where a module isn't known. */
  readonly isWhole: boolean;
}

/** Checks the subnets that files mean for Azure ML; none, where they have nothing to do with it. */
export async function checkFiles(
  given: DeclaredNetwork,
  facts: CheckInput,
  told: FilesGiven,
): Promise<FileCheck> {
  const { said, directed, cut, isChecked, isFirst, before, pause, choose = same } = told;

  const { needed, azure, chosen: found } = foundIn(given, told);
  const { declared, subjects: chosen } = choose(found);
  const all = plannedOf(declared, chosen, { said, directed });
  const { checked, leftOut } = isChecked
    ? withinLimits(declared.model, firstThose(all, isFirst), { cut, limits: told.limits })
    : { checked: all, leftOut: [] };
  const subjects: SubjectCheck[] = [];
  for (const one of checked) {
    await pause?.();
    subjects.push(
      isChecked ? subjectCheck(declared, { facts, before }, one) : unchecked(declared, facts, one),
    );
  }
  const { borrowed, unread, conflicts } = told;
  return { declared, facts, subjects, leftOut, cut, borrowed, unread, conflicts, directed, needed, azure };
}

interface Found extends Pick<FileCheck, 'needed' | 'azure'> {
  readonly chosen: Chosen;
}

/** The subnets that files mean, with what Azure has beside them. */
function foundIn(
  given: DeclaredNetwork,
  { said, directed, before, azure: askAzure, isWhole }: FilesGiven,
): Found {
  const files = { ...given, model: inRegion(given.model, said.region) };
  const needed = neededResources(files, subjectsOf(files, directed, said));
  const azure = askAzure?.(needed);
  const joined = azure ? withAzure(files, azure, isWhole) : { declared: files, subnets: new Set<string>() };
  const { model } = joined.declared;
  const declared = {
    ...joined.declared,
    model: before ? keepUnchanged(before.declared.model, model) : model,
  };
  const meant = subjectsOf(declared, directed, said);
  return {
    needed,
    azure: azure ? { readAt: azure.readAt, unread: azure.unread, subnets: joined.subnets } : null,
    chosen: { declared, subjects: azure ? meant.filter((one) => isOfFiles(files, one)) : meant },
  };
}

/** What somebody asks for by name is not left out for what stands before it. */
function firstThose<T extends Subject>(
  all: readonly T[],
  isFirst: ((subject: Subject) => boolean) | undefined,
): readonly T[] {
  return isFirst ? [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))] : all;
}

function same(chosen: Chosen): Chosen {
  return chosen;
}

/** What is checked of subnets, for each of their computes. */
function plannedOf(
  declared: DeclaredNetwork,
  subjects: readonly Subject[],
  { said, directed }: Pick<FilesGiven, 'said' | 'directed'>,
): readonly (Subject & AssumedPlan)[] {
  return subjects.flatMap((chosen) => {
    const options = overridesFor(chosen, said, directed);
    return plansOf({ inputs: declared, chosen, options }).map((one) => ({ ...chosen, ...one }));
  });
}

/** What is found in subnets that the files did not mean for Azure ML, had they been checked. */
export function checkOfOthers(check: FileCheck, said: PlanOverrides, ids: readonly ResourceId[]): FileCheck {
  const { declared, facts, subjects, directed } = check;
  const isAsked = idSet(ids);
  const isChecked = idSet(subjects.map(({ subnet }) => subnet.id));
  const others = allSubjects(declared).filter(({ subnet: { id } }) => isAsked(id) && !isChecked(id));
  const planned = plannedOf(declared, others, { said, directed });
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
    results: was?.results ?? checkSubnetCached(model, subject.plan, facts),
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

/** What was checked of the same plan with the same facts, in a network that says the same of the subnet. */
function checkedBefore(
  { subjects, declared }: FileCheck,
  {
    plan,
    subnet,
    facts: { tags, services, zones, governance },
  }: Subject & AssumedPlan & Pick<SubjectCheck, 'facts'>,
  model: NetworkModel,
): SubjectCheck | undefined {
  if (!isSameFor(subnet, declared.model, model)) return undefined;
  return checksOf(subjects, subnet.id).find(
    ({ facts, plan: its }) =>
      facts.tags === tags &&
      dequal(its, plan) &&
      dequal(facts.services, services) &&
      dequal(facts.zones, zones) &&
      dequal(facts.governance, governance),
  );
}

/** Checks by subnet, found once for all that ask about another. */
const checksBySubnet = new WeakMap<readonly SubjectCheck[], ReadonlyMap<string, readonly SubjectCheck[]>>();

function checksOf(subjects: readonly SubjectCheck[], id: ResourceId): readonly SubjectCheck[] {
  const index = checksBySubnet.get(subjects) ?? groupBy(subjects, ({ subnet }) => subnet.id.toLowerCase());
  checksBySubnet.set(subjects, index);
  return index.get(id.toLowerCase()) ?? [];
}

/** What is assumed of a network of files, and of the resources that a subnet uses. */
export function assumedOfFiles(subject: Subject, files: Pick<FileInputs, 'assumed'>): readonly Reason[] {
  const { subnet, network } = subject;
  const rules = network.adminRules?.known === true ? network.adminRules.value : [];
  return [
    // A subnet that stands for any has no routes and no gateway, as far as the file says.
    ...(subnet.name === anySubnet ? [reason('file.assumed.anySubnet', { prefix: anyPrefix })] : []),
    ...(rules.length > 0 ? [reason('file.assumed.adminRules', { name: network.name })] : []),
    ...assumedOfResources(subject, files.assumed ?? []),
  ];
}

function assumedOfResources(
  { subnet, network, computes }: Subject,
  all: readonly ResourceAssumption[],
): readonly Reason[] {
  const attached = [subnet.securityGroup, subnet.routeTable, subnet.natGateway].flatMap((one) =>
    one.known && one.value !== null ? [one.value] : [],
  );
  const used = idSet([
    subnet.id,
    network.id,
    ...attached,
    ...computes.flatMap(({ id, workspaceId }) => [id, workspaceId]),
  ]);
  const isItem = idSet(attached);
  return all.filter(({ id }) => used(id) || isItem(parentIdOf(id))).map(({ assumed }) => assumed);
}

/** What is said of a subnet: by whoever asks, else by a comment before it. */
export function overridesFor(
  subject: Subject,
  said: PlanOverrides,
  directed: readonly Directed[],
): PlanOverrides {
  const own = saidBySubnet(directed).get(subject.subnet.id.toLowerCase());
  return {
    ...said,
    compute: said.compute ?? own?.compute,
    publicIp: said.publicIp ?? own?.publicIp,
    workspace: said.workspace ?? own?.workspace,
  };
}

/** Subnets that files mean, and those that a comment names. */
export function subjectsOf(
  inputs: FileInputs,
  directed: readonly Directed[],
  options: SubjectOptions = {},
): readonly Subject[] {
  const ids = directed.flatMap(({ subnets }) => subnets);
  const isNamed = idSet(ids);
  const meant = meantSubjects(inputs, ids, options);
  const isMeant = new Set(meant.map(({ subnet }) => subnet));
  const named = allSubjects(inputs).filter(({ subnet }) => isNamed(subnet.id));
  return [...meant, ...named.filter(({ subnet }) => !isMeant.has(subnet))];
}

const saidOfSubnets = new WeakMap<readonly Directed[], ReadonlyMap<string, Directed['said']>>();

/** What the first comment of each subnet says, by the subnet's id in small letters. */
function saidBySubnet(directed: readonly Directed[]): ReadonlyMap<string, Directed['said']> {
  const before = saidOfSubnets.get(directed);
  if (before) return before;
  const all = directed.flatMap(({ subnets, said }) => subnets.map((id) => [id.toLowerCase(), said] as const));
  const made = new Map([...all].reverse());
  saidOfSubnets.set(directed, made);
  return made;
}

/** The proven fix of what one requirement, or several together, find in a subnet; undefined where there is none. */
export function subnetFix(
  check: FileCheck,
  { plan, facts, subnet }: SubjectCheck,
  requirements: readonly string[],
): TestedFix | undefined {
  const isAskedIn = askedIn(check, requirements);
  return findFixIn({ model: check.declared.model, plan, facts }, { subnet, isAskedIn }, requirements);
}

/** True where new rules serve all subnets of the NSG: the subnet is its only one, or all others ask for the same. */
export function servesAll(
  check: FileCheck,
  { subnet }: SubjectCheck,
  requirements: readonly string[],
): boolean {
  const served = { subnet, isAskedIn: askedIn(check, requirements) };
  return fixOptionsIn(check.declared.model, served).includeOthers === true;
}

function askedIn({ subjects }: FileCheck, requirements: readonly string[]): (id: ResourceId) => boolean {
  return (id) => requirements.every((one) => checksOf(subjects, id).some((each) => isOpen(each, one)));
}

function isOpen({ results }: SubjectCheck, requirement: string): boolean {
  const one = results.find((each) => each.requirement === requirement);
  return one !== undefined && statusOf(one.outcome) === 'open';
}

/** A subnet, and which others ask for the same. */
export interface Served extends Pick<Subject, 'subnet'> {
  readonly isAskedIn?: (id: ResourceId) => boolean;
  /** Another way than the first. */
  readonly way?: FixAlternative;
}

/** The same for whoever has no file check. A rule with the addresses that stand for any subnet is none. */
export function findFixIn(
  input: FixInput,
  served: Served,
  requirements: readonly string[],
): TestedFix | undefined {
  const { way } = served;
  const found = findFix(input, requirements, {
    ...fixOptionsIn(input.model, served),
    ...(way ? { way } : {}),
  });
  const isForAny = served.subnet.name === anySubnet;
  return found && isForAny && addedRules(found.fix.changes).some(namesAnyPrefix) ? undefined : found;
}

function namesAnyPrefix({ rule }: ReturnType<typeof addedRules>[number]): boolean {
  return [...rule.sources, ...rule.destinations].includes(anyPrefix);
}

/**
 * Rules speak of all that their group filters where nobody else in the files has it, or all others ask for the same.
 * The addresses of a subnet that stands for any are nobody's. A fix in files removes no rule beside what it's asked for.
 */
export function fixOptionsIn(model: NetworkModel, { subnet, isAskedIn = () => false }: Served): FixOptions {
  const { securityGroup } = subnet;
  const group = securityGroup.known && findById(model.securityGroups, securityGroup.value ?? '');
  // What a group of Azure's says of itself counts as it is.
  const isOfFiles = group !== false && group !== undefined && !group.usedBy.known;
  const isForAll = isOfFiles && othersUsing(model, subnet.id, group).every(isAskedIn);
  return { keepsOverruled: true, ...(isForAll ? { includeOthers: true } : {}) };
}

/** Networks whose region no file says are in `region`. */
export function inRegion(model: NetworkModel, region: string | undefined): NetworkModel {
  if (region === undefined) return model;
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) =>
      one.location.known ? one : { ...one, location: known(region) },
    ),
  };
}
