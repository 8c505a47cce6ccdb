import { findingsOfSubnet } from '../checks/findings/findings-of';
import { findFix, type ProvenFix } from '../checks/fixes/find-fix';
import { othersUsing } from '../checks/fixes/also-used-by';
import type { FixInput } from '../checks/fixes/fix-input';
import type { FixWay, FixWishes } from '../checks/fixes/wishes';
import { judge, type JudgeFacts } from '../checks/judge';
import type { Finding } from '../core/finding';
import type { FixStep } from '../core/fix';
import { standingOf, type Judgement } from '../core/judgement';
import { known } from '../core/known';
import { reason, type Reason } from '../core/reason';
import { anyPrefix, anySubnet } from '../documents/model/any-subnet';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId } from '../core/network/model';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { Place } from '../documents/source/place';
import { plansOf, type AssumedPlan, type SaidPlan } from '../documents/subjects/plans-of';
import { allSubjects, meantSubjects, type FileInputs, type Subject } from '../documents/subjects/subjects';
import type { Directed } from './directives';
import { factsOf } from './facts-of';
import { isSame, isSameFor, keepUnchanged } from './keep-unchanged';

/** What one subnet of the files lets through, for one compute. */
export interface SubjectCheck extends Subject, AssumedPlan {
  /** What it is judged with, the services of its workspace among it. */
  readonly facts: JudgeFacts;
  readonly judgements: readonly Judgement[];
  /** What is wrong with single rules and routes of its group and table. */
  readonly findings: readonly Finding[];
}

/** What files declare, and what the judge says of it. */
export interface FileCheck {
  readonly declared: DeclaredNetwork;
  readonly facts: JudgeFacts;
  readonly subjects: readonly SubjectCheck[];
  /** Modules from a registry, by file: where the project's own files take each. */
  readonly borrowed: ReadonlyMap<string, Place>;
  /** What comments say of the subnets that they stand before. */
  readonly directed: readonly Directed[];
}

/** Called between pieces of work; whoever wants no more of it rejects. */
export type Pause = () => Promise<void>;

/** What is said of files. */
interface FilesGiven extends Pick<FileCheck, 'borrowed' | 'directed'> {
  readonly said: SaidPlan;
  readonly isJudged: boolean;
  /** What the same files came to before somebody typed on: what that left as it was is not judged anew. */
  readonly before: FileCheck | undefined;
  readonly pause: Pause | undefined;
}

/** Judges the subnets that files mean for Azure ML; none, where they have nothing to do with it. */
export async function checkFiles(
  given: DeclaredNetwork,
  facts: JudgeFacts,
  { said, directed, borrowed, isJudged, before, pause }: FilesGiven,
): Promise<FileCheck> {
  const model = inRegion(given.model, said.region);
  const declared = { ...given, model: before ? keepUnchanged(before.declared.model, model) : model };
  const planned = plannedOf(declared, subjectsOf(declared, directed), { said, directed });
  const subjects: SubjectCheck[] = [];
  for (const one of planned) {
    await pause?.();
    subjects.push(isJudged ? subjectCheck(declared, { facts, before }, one) : unjudged(declared, facts, one));
  }
  return { declared, facts, subjects, borrowed, directed };
}

/** What is judged of subnets, for each of their computes. */
function plannedOf(
  declared: DeclaredNetwork,
  subjects: readonly Subject[],
  { said, directed }: Pick<FilesGiven, 'said' | 'directed'>,
): readonly (Subject & AssumedPlan)[] {
  return subjects.flatMap((chosen) => {
    const options = saidOf(chosen, said, directed);
    return plansOf({ inputs: declared, chosen, options }).map((one) => ({ ...chosen, ...one }));
  });
}

/** What is found in subnets that the files did not mean for Azure ML, had they been judged. */
export function checkOfOthers(check: FileCheck, said: SaidPlan, ids: readonly ResourceId[]): FileCheck {
  const { declared, facts, subjects, directed } = check;
  const isIn = (all: readonly ResourceId[], id: ResourceId): boolean => all.some((one) => sameId(one, id));
  const judged = subjects.map(({ subnet }) => subnet.id);
  const others = allSubjects(declared).filter(({ subnet: { id } }) => isIn(ids, id) && !isIn(judged, id));
  const planned = plannedOf(declared, others, { said, directed });
  return {
    ...check,
    subjects: planned.map((one) => subjectCheck(declared, { facts, before: undefined }, one)),
  };
}

function subjectCheck(
  { model, services }: DeclaredNetwork,
  given: Pick<FileCheck, 'facts'> & Pick<FilesGiven, 'before'>,
  subject: Subject & AssumedPlan,
): SubjectCheck {
  const facts = factsOf(subject.plan, given.facts, services);
  const was = given.before && judgedBefore(given.before, { ...subject, facts }, model);
  return {
    ...subject,
    facts,
    assumed: [...subject.assumed, ...assumedOfFiles(subject)],
    judgements: was?.judgements ?? judge(model, subject.plan, facts),
    findings: was?.findings ?? findingsOfSubnet(model, subject.plan, facts),
  };
}

function unjudged(
  { services }: DeclaredNetwork,
  given: JudgeFacts,
  subject: Subject & AssumedPlan,
): SubjectCheck {
  return { ...subject, facts: factsOf(subject.plan, given, services), judgements: [], findings: [] };
}

/** What was judged of the same plan with the same facts, in a network that says the same of the subnet. */
function judgedBefore(
  { subjects, declared }: FileCheck,
  { plan, subnet, facts: { tags, services } }: Subject & AssumedPlan & Pick<SubjectCheck, 'facts'>,
  model: NetworkModel,
): SubjectCheck | undefined {
  if (!isSameFor(subnet, declared.model, model)) return undefined;
  const of = subjects.filter(({ facts }) => facts.tags === tags && isSame(facts.services, services));
  return of.find((one) => isSame(one.plan, plan));
}

/** What is taken for granted of a network of files. */
export function assumedOfFiles({ subnet, network }: Subject): readonly Reason[] {
  const rules = network.adminRules?.known === true ? network.adminRules.value : [];
  return [
    // A subnet that stands for any has no routes and no gateway, as far as the file says.
    ...(subnet.name === anySubnet ? [reason('file.assumed.anySubnet', { prefix: anyPrefix })] : []),
    ...(rules.length > 0 ? [reason('file.assumed.adminRules', { name: network.name })] : []),
  ];
}

/** What is said of a subnet: by whoever asks, else by a comment before it. */
export function saidOf(subject: Subject, said: SaidPlan, directed: readonly Directed[]): SaidPlan {
  const own = directed.find((one) => isOf(one, subject))?.said;
  return {
    ...said,
    compute: said.compute ?? own?.compute,
    publicIp: said.publicIp ?? own?.publicIp,
    workspace: said.workspace ?? own?.workspace,
  };
}

/** Subnets that files mean, and those that a comment names. */
export function subjectsOf(inputs: FileInputs, directed: readonly Directed[]): readonly Subject[] {
  const meant = meantSubjects(
    inputs,
    directed.flatMap(({ subnets }) => subnets),
  );
  const named = allSubjects(inputs).filter((one) => directed.some((each) => isOf(each, one)));
  return [...meant, ...named.filter((one) => !meant.some(({ subnet }) => subnet === one.subnet))];
}

function isOf({ subnets }: Directed, { subnet }: Subject): boolean {
  return subnets.some((id) => sameId(id, subnet.id));
}

/** The proven fix of what one requirement, or several together, find in a subnet; undefined where there is none. */
export function fixOf(
  { declared, subjects }: FileCheck,
  { plan, facts, subnet }: SubjectCheck,
  requirements: readonly string[],
): ProvenFix | undefined {
  const isAskedIn = (id: ResourceId): boolean =>
    requirements.every((one) => subjects.some((each) => sameId(each.subnet.id, id) && isOpen(each, one)));
  return findFixIn({ model: declared.model, plan, facts }, { subnet, isAskedIn }, requirements);
}

function isOpen({ judgements }: SubjectCheck, requirement: string): boolean {
  const one = judgements.find((each) => each.requirement === requirement);
  return one !== undefined && standingOf(one.verdict) === 'open';
}

/** A subnet, and which others ask for the same. */
export interface Served extends Pick<Subject, 'subnet'> {
  readonly isAskedIn?: (id: ResourceId) => boolean;
  /** Another way than the first. */
  readonly way?: FixWay;
}

/** The same for whoever has no file check. A rule with the addresses that stand for any subnet is none. */
export function findFixIn(
  input: FixInput,
  served: Served,
  requirements: readonly string[],
): ProvenFix | undefined {
  const { way } = served;
  const found = findFix(input, requirements, { ...wishesIn(input.model, served), ...(way ? { way } : {}) });
  const isForAny = served.subnet.name === anySubnet;
  return found && isForAny && found.fix.steps.some(namesAnyPrefix) ? undefined : found;
}

function namesAnyPrefix(step: FixStep): boolean {
  if (step.do !== 'insert' || step.what !== 'rule') return false;
  return [...step.rule.sources, ...step.rule.destinations].includes(anyPrefix);
}

/**
 * Rules speak of all that their group filters where nobody else in the files has it, or all others ask for the same.
 * The addresses of a subnet that stands for any are nobody's.
 */
export function wishesIn(model: NetworkModel, { subnet, isAskedIn = () => false }: Served): FixWishes {
  const { securityGroup } = subnet;
  const group =
    securityGroup.known && model.securityGroups.find(({ id }) => sameId(id, securityGroup.value ?? ''));
  // What a group of Azure's says of itself counts as it is.
  const isOfFiles = group !== false && group !== undefined && !group.usedBy.known;
  const isForAll = isOfFiles && othersUsing(model, subnet.id, group).every(isAskedIn);
  return isForAll ? { includeOthers: true } : {};
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
