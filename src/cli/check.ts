import { findFix } from '../checks/fixes/find-fix';
import type { FixInput } from '../checks/fixes/fix-input';
import { judge } from '../checks/judge';
import { summarise, type Summary } from '../checks/summary';
import type { Fix } from '../core/fix';
import { standingOf, type Judgement, type Severity } from '../core/judgement';
import { known } from '../core/known';
import type { NetworkModel } from '../core/network/model';
import type { TagCatalogue } from '../core/tags/tag-catalogue';
import { plansOf, type AssumedPlan } from '../documents/subjects/plans-of';
import type { Subject } from '../documents/subjects/subjects';
import { chooseSubnets } from './choose-subnets';
import { foundFor, type Found } from './found';
import type { CheckOptions } from './options';
import type { CheckInputs } from './resources/to-inputs';

/** What one subnet lets through, for one compute. */
export interface SubnetCheck extends Subject, AssumedPlan {
  readonly judgements: readonly Judgement[];
  readonly summary: Summary;
  /** Of open judgements those that have one; each is proven by itself. */
  readonly fixes: ReadonlyMap<string, Fix>;
  /** All of them in one, proven as a whole; null where they do not go together. */
  readonly fixAll: Fix | null;
}

/** Verdicts of subnets, and what their groups and tables have. */
export interface Checked {
  readonly checks: readonly SubnetCheck[];
  readonly found: readonly Found[];
}

/** Judges every chosen subnet for every plan. Throws `UsageError` where nothing says which subnet is meant. */
export function checkSubnets(given: CheckInputs, tags: TagCatalogue, options: CheckOptions): Checked {
  const inputs = { ...given, model: inRegion(given.model, options.region) };
  const facts = { tags };
  const checks = chooseSubnets(inputs, options.subnets).flatMap((chosen) =>
    plansOf({ inputs, chosen, options }).map((one): SubnetCheck => {
      const judgements = judge(inputs.model, one.plan, facts);
      const input = { model: inputs.model, plan: one.plan, facts };
      return { ...chosen, ...one, judgements, summary: summarise(judgements), ...fixesOf(input, judgements) };
    }),
  );
  const found = foundFor(checks.map(({ plan }) => ({ model: inputs.model, plan, facts })));
  return { checks, found };
}

function fixesOf(input: FixInput, judgements: readonly Judgement[]): Pick<SubnetCheck, 'fixes' | 'fixAll'> {
  const open = judgements.filter(({ verdict }) => standingOf(verdict) === 'open');
  const found = open.flatMap(({ requirement }) => {
    const proven = findFix(input, [requirement]);
    return proven ? [[requirement, proven.fix] as const] : [];
  });
  const all = findFix(
    input,
    found.map(([requirement]) => requirement),
  );
  return { fixes: new Map(found), fixAll: all?.fix ?? null };
}

/** `--region` says where networks are whose region no file holds. */
function inRegion(model: NetworkModel, region: string | undefined): NetworkModel {
  if (region === undefined) return model;
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) =>
      one.location.known ? one : { ...one, location: known(region) },
    ),
  };
}

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** True where what a group or table has ends the run with 1. */
export function isGraveFinding({ finding }: Found, { failOn }: CheckOptions): boolean {
  return gravity[finding.severity] >= gravity[failOn];
}

/** True where a verdict ends the run with 1: open and grave enough, or a doubt about what must hold. */
export function isFinding({ verdict, severity }: Judgement, { failOn, allowUnknown }: CheckOptions): boolean {
  const standing = standingOf(verdict);
  if (standing === 'open') return gravity[severity] >= gravity[failOn];
  return standing === 'unknown' && severity === 'error' && !allowUnknown;
}
