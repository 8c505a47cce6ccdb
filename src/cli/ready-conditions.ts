import { computeKinds } from '../core/compute-kinds';
import type { FixInput } from '../checks/fixes/fix-input';
import { checkSubnet, type CheckInput } from '../checks/check-subnet';
import { statusOf } from '../core/check-result';
import { known } from '../core/known';
import type { PlanToCheck } from '../core/plan';
import { reason, type Reason } from '../core/reason';

/** One possible value of a setting that a plan leaves open. */
interface Assumption {
  readonly key: string;
  applyTo(plan: PlanToCheck): PlanToCheck;
}

/** A setting that a plan can leave open, with its most likely value first. */
interface Facet {
  isOpen(plan: PlanToCheck): boolean;
  readonly ways: readonly Assumption[];
}

const facets: readonly Facet[] = [
  {
    isOpen: ({ publicIp }) => !publicIp.known,
    ways: [
      { key: 'terminal.assuming.publicIp', applyTo: (plan) => ({ ...plan, publicIp: known(true) }) },
      { key: 'terminal.assuming.noPublicIp', applyTo: (plan) => ({ ...plan, publicIp: known(false) }) },
    ],
  },
  {
    isOpen: ({ kind }) => !kind.known,
    ways: computeKinds.map((kind) => ({
      key: `terminal.assuming.${kind}`,
      applyTo: (plan) => ({ ...plan, kind: known(kind) }),
    })),
  },
  {
    isOpen: ({ workspace }) => workspace.known && !workspace.value.hasPrivateEndpoint.known,
    ways: [
      { key: 'terminal.assuming.endpoint', applyTo: (plan) => withEndpoint(plan, true) },
      { key: 'terminal.assuming.noEndpoint', applyTo: (plan) => withEndpoint(plan, false) },
    ],
  },
];

function withEndpoint(plan: PlanToCheck, has: boolean): PlanToCheck {
  const { workspace } = plan;
  if (!workspace.known) return plan;
  return { ...plan, workspace: known({ ...workspace.value, hasPrivateEndpoint: known(has) }) };
}

/**
 * Finds the assumptions under which a subnet is ready if its plan leaves a setting open. A requirement of only some
 * values isn't an error then, so it could fail unnoticed.
 * @returns an empty list if no plan fails, null if all do, or else the fewest assumptions under which none fails
 */
export function readyConditions({ model, plan, facts }: FixInput): readonly Reason[] | null {
  const open = facets.filter(({ isOpen }) => isOpen(plan));
  const cases = open.reduce<readonly (readonly Assumption[])[]>(
    (all, { ways }) => all.flatMap((one) => ways.map((way) => [...one, way])),
    [[]],
  );
  if (cases.length === 1) return [];
  const failing = cases.filter((one) =>
    isFailing({ model, plan: one.reduce((before, way) => way.applyTo(before), plan), facts }),
  );
  const found = fewestFirst(open).find((some) =>
    failing.every((one) => !some.every((way) => one.includes(way))),
  );
  return found?.map(({ key }) => reason(key)) ?? null;
}

/** True if an error is open. It's open in each possible region then, so the others are only checked after the first. */
function isFailing({ model, plan, facts: { otherTags = [], ...facts } }: FixInput): boolean {
  const isOpenIn = (input: CheckInput): boolean =>
    checkSubnet(model, plan, { ...input, outcomesOnly: true }).some(
      ({ outcome, severity }) => severity === 'error' && statusOf(outcome) === 'open',
    );
  return isOpenIn(facts) && (otherTags.length === 0 || isOpenIn({ ...facts, otherTags }));
}

/** Returns all combinations of at most one value for each facet, those with the fewest values first. */
function fewestFirst(open: readonly Facet[]): readonly (readonly Assumption[])[] {
  const all = open.reduce<readonly (readonly Assumption[])[]>(
    (before, { ways }) => [...before, ...before.flatMap((one) => ways.map((way) => [...one, way]))],
    [[]],
  );
  return [...all].sort((a, b) => a.length - b.length);
}
