import { findingsOfSubnet } from '../checks/findings/findings-of';
import { findFix, type ProvenFix } from '../checks/fixes/find-fix';
import { judge, type JudgeFacts } from '../checks/judge';
import type { Finding } from '../core/finding';
import { standingOf, type Judgement } from '../core/judgement';
import { known } from '../core/known';
import type { NetworkModel } from '../core/network/model';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { plansOf, type AssumedPlan, type SaidPlan } from '../documents/subjects/plans-of';
import { meantSubjects, type Subject } from '../documents/subjects/subjects';

/** What one subnet of the files lets through, for one compute. */
export interface SubjectCheck extends Subject, AssumedPlan {
  readonly judgements: readonly Judgement[];
  /** What is wrong with single rules and routes of its group and table. */
  readonly findings: readonly Finding[];
}

/** What files declare, and what the judge says of it. */
export interface FileCheck {
  readonly declared: DeclaredNetwork;
  readonly facts: JudgeFacts;
  readonly subjects: readonly SubjectCheck[];
}

/** Judges the subnets that files mean for Azure ML; none, where they have nothing to do with it. */
export function checkFiles(given: DeclaredNetwork, facts: JudgeFacts, options: SaidPlan): FileCheck {
  const declared = { ...given, model: inRegion(given.model, options.region) };
  const subjects = meantSubjects(declared).flatMap((chosen) =>
    plansOf({ inputs: declared, chosen, options }).map((one): SubjectCheck => ({
      ...chosen,
      ...one,
      judgements: judge(declared.model, one.plan, facts),
      findings: findingsOfSubnet(declared.model, one.plan, facts),
    })),
  );
  return { declared, facts, subjects };
}

/** The proven fix of what one requirement, or several together, find in a subnet; undefined where there is none. */
export function fixOf(
  { declared, facts }: FileCheck,
  { plan }: SubjectCheck,
  requirements: readonly string[],
): ProvenFix | undefined {
  return findFix({ model: declared.model, plan, facts }, requirements);
}

/** Requirements of a subnet that are open, in the catalogue's order. */
export function openRequirements({ judgements }: SubjectCheck): readonly string[] {
  return judgements
    .filter(({ verdict }) => standingOf(verdict) === 'open')
    .map(({ requirement }) => requirement);
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
