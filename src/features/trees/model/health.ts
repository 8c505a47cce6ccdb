import { getOrCreate } from '../../../core/get-or-create';
import { unfitReason } from '../../../checks/subnet-suitability';
import { causeLevel } from '../../../checks/causes';
import { causesIn } from '../../../checks/causes-in';
import { checkSubnet, type CheckInput } from '../../../checks/check-subnet';
import { shapeOfSummary, summarize, type Summary } from '../../../checks/summary';
import type { Cause } from '../../../core/cause';
import type { CheckResult } from '../../../core/check-result';
import type { NetworkModel } from '../../../core/network/model';
import type { PlanToCheck } from '../../../core/plan';
import type { Reason } from '../../../core/reason';
import type { WorkspaceServices } from '../../../core/services/services';
import type { TagCatalog } from '../../../core/tags/tag-catalog';
import type { OutcomeShape } from '../../../wording/outcome-text';

/** Summary of the check of a compute resource or subnet. */
export interface Health {
  readonly plan: PlanToCheck;
  readonly tags: TagCatalog;
  /** Inputs of the check, other than network and plan. */
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  readonly summary: Summary;
  /** Why it can't be used at all; null if it can. */
  readonly unfit: Reason | null;
}

export interface HealthInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly tags: TagCatalog;
  /** True if the compute resource exists, so that requirements of its creation don't apply. */
  readonly exists: boolean;
  /** Services of the plan's workspace, if they were read. */
  readonly services?: WorkspaceServices | undefined;
}

/** Requirements for a name or an address that an existing compute resource already has. */
const onlyAtCreation: ReadonlySet<string> = new Set([
  'compute-name-format',
  'subnet-free-ips-instance',
  'subnet-minimum-prefix',
]);

/**
 * Creates a check with a cache by network, plan, tags, and services. A tree is drawn often, but its networks rarely
 * change.
 */
export function createHealth(): (input: HealthInput) => Health {
  const known = new WeakMap<NetworkModel, Map<string, Health>>();
  const readings = new WeakMap<WorkspaceServices, number>();
  let count = 0;
  const reading = (services: WorkspaceServices): number =>
    getOrCreate(readings, services, () => (count += 1));
  return (input) => {
    const { model, plan, tags, exists, services } = input;
    const ofModel = getOrCreate(known, model, () => new Map<string, Health>());
    const read = services ? reading(services) : 0;
    const key = JSON.stringify([plan, tags.date, tags.changeNumber, exists, read]);
    return getOrCreate(ofModel, key, () => checked(input));
  };
}

function checked({ model, plan, tags, exists, services }: HealthInput): Health {
  const facts = services ? { tags, services } : { tags };
  const all = checkSubnet(model, plan, facts);
  const results = exists ? all.filter((one) => !onlyAtCreation.has(one.requirement)) : all;
  return {
    plan,
    tags,
    facts,
    results,
    summary: summarize(results),
    unfit: exists ? null : (unfitReason(model, plan) ?? null),
  };
}

/** Returns the icon, which is the same as in the wizard. */
export function shapeOfHealth({ summary, unfit }: Health): OutcomeShape {
  return unfit ? 'unfit' : shapeOfSummary(summary);
}

const found = new WeakMap<Health, readonly Cause[]>();

/** Returns the causes of failed and unknown results, the worst first. Computed once, when the user expands the node. */
export function causesOfHealth(health: Health, model: NetworkModel): readonly Cause[] {
  const before = found.get(health);
  if (before) return before;
  const { plan, facts, results } = health;
  const causes = causesIn({ model, plan, facts }, results);
  // Readiness also shows causes of severity info.
  const open = causes.filter((one) => causeLevel(one) !== 'infos');
  found.set(health, open);
  return open;
}
