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

/** What the check says of a compute or subnet, summed up. */
export interface Health {
  readonly plan: PlanToCheck;
  readonly tags: TagCatalog;
  /** What it was checked with, besides network and plan. */
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
  readonly summary: Summary;
  /** Why it cannot serve at all; null where it can. */
  readonly unfit: Reason | null;
}

export interface HealthInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly tags: TagCatalog;
  /** Exists already: what only its creation asks is settled. */
  readonly exists: boolean;
  /** Of the plan's workspace, where they were read. */
  readonly services?: WorkspaceServices | undefined;
}

/** Asked of a name or an address that an existing compute has. */
const onlyAtCreation: ReadonlySet<string> = new Set([
  'compute-name-format',
  'subnet-free-ips-instance',
  'subnet-minimum-prefix',
]);

/** Checked once for the same network, plan, tags and services: a tree is drawn often, its networks change seldom. */
export function createHealth(): (input: HealthInput) => Health {
  const known = new WeakMap<NetworkModel, Map<string, Health>>();
  const readings = new WeakMap<WorkspaceServices, number>();
  let count = 0;
  const reading = (services: WorkspaceServices): number => {
    const number = readings.get(services) ?? (count += 1);
    readings.set(services, number);
    return number;
  };
  return (input) => {
    const { model, plan, tags, exists, services } = input;
    const ofModel = known.get(model) ?? new Map<string, Health>();
    known.set(model, ofModel);
    const read = services ? reading(services) : 0;
    const key = JSON.stringify([plan, tags.date, tags.changeNumber, exists, read]);
    const health = ofModel.get(key) ?? checked(input);
    ofModel.set(key, health);
    return health;
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

/** The icon, as in the wizard. */
export function shapeOfHealth({ summary, unfit }: Health): OutcomeShape {
  return unfit ? 'unfit' : shapeOfSummary(summary);
}

const found = new WeakMap<Health, readonly Cause[]>();

/** What decides over what fails or isn't known, the worst first; looked for when a person opens the line, and once. */
export function causesOfHealth(health: Health, model: NetworkModel): readonly Cause[] {
  const before = found.get(health);
  if (before) return before;
  const { plan, facts, results } = health;
  const causes = causesIn({ model, plan, facts }, results);
  // What only informs is in Readiness.
  const open = causes.filter((one) => causeLevel(one) !== 'infos');
  found.set(health, open);
  return open;
}
