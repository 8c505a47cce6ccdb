import type { Fix, FixFlow } from '../../core/fix';
import { standingOf, type Judgement } from '../../core/judgement';
import type { NetworkModel } from '../../core/network/model';
import { judge } from '../judge';
import { alsoUsedBy } from './also-used-by';
import { applyFix } from './apply-fix';
import { badness } from './badness';
import { buildSteps, type BuiltStep } from './build-fix';
import { emptyDraft, type Draft } from './draft';
import { extendDraft } from './extend-draft';
import type { FixInput } from './fix-input';
import { openedBy } from './opened-by';
import { otherSubnetsAfter, type SharedChange } from './other-subnets';

/** A fix and every judgement as it will be. */
export interface ProvenFix {
  readonly fix: Fix;
  readonly after: readonly Judgement[];
}

/** Each round tries what the round before left open; a real network needs two or three. */
const mostRounds = 8;

/**
 * One fix that makes every named requirement fine and no other judgement worse, tried on a copy of the model;
 * undefined where none is proven. It only ever adds: rules that allow, and service-tag routes.
 */
export function findFix(input: FixInput, requirementIds: readonly string[]): ProvenFix | undefined {
  const before = judge(input.model, input.plan, input.facts);
  const found = searchFix(input, before, requirementIds);
  return found && proven(input, found, requirementIds);
}

/** Those of `judgements` for which a fix of their own is proven. */
export function fixableIds(input: FixInput, judgements: readonly Judgement[]): string[] {
  return judgements
    .filter((one) => standingOf(one.verdict) === 'open' || one.verdict.is === 'undecided')
    .map((one) => one.requirement)
    .filter((id) => searchFix(input, judgements, [id]) !== undefined);
}

function searchFix(input: FixInput, before: readonly Judgement[], ids: readonly string[]): Trial | undefined {
  const { model, plan, facts } = input;
  const { subnetId } = plan;
  if (subnetId === null || ids.length === 0) return undefined;
  let trial: Trial = { draft: emptyDraft, model, steps: [], after: before };
  let found: Trial | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const missing = unsettled(before, trial.after, ids);
    if (missing.length === 0 && trial.steps.length > 0) found = trial;
    const wanted = [...missing, ...doubted(before, trial)];
    const draft = extendDraft({ ...input, model: trial.model }, trial.draft, wanted);
    const steps = draft && buildSteps({ model, subnetId }, draft);
    if (!draft || !steps) return found;
    const changed = applyFix(model, { steps: steps.map((one) => one.step) });
    trial = { draft, model: changed, steps, after: judge(changed, plan, facts) };
  }
  return found;
}

/** One state of the search. */
interface Trial {
  readonly draft: Draft;
  readonly model: NetworkModel;
  readonly steps: readonly BuiltStep[];
  readonly after: readonly Judgement[];
}

/** Requirements that the fix must still see to: named ones that are not fine, and any that got worse. */
function unsettled(
  before: readonly Judgement[],
  after: readonly Judgement[],
  ids: readonly string[],
): readonly string[] {
  return after
    .filter((one) => {
      const was = before.find((other) => other.requirement === one.requirement);
      const named = ids.includes(one.requirement);
      return (named && badness(one.verdict) > 0) || (was && badness(one.verdict) > badness(was.verdict));
    })
    .map((one) => one.requirement);
}

/**
 * Flows in doubt that a rule may settle: those that the fix made doubtful, though no worse, and those to a tag that
 * it routes, since `Internet` may no longer hold what a service-tag route names.
 */
function doubted(before: readonly Judgement[], { after, draft }: Trial): readonly string[] {
  const routed = [...draft.routes.values()].map((route) => route.tag);
  return after
    .filter((one) => {
      if (one.verdict.is !== 'undecided') return false;
      const was = before.find((other) => other.requirement === one.requirement);
      return was?.verdict.is !== 'undecided' || routed.includes(one.subject?.remote ?? '');
    })
    .map((one) => one.requirement);
}

function proven(input: FixInput, trial: Trial, ids: readonly string[]): ProvenFix {
  const opens = openedBy(input, { model: trial.model, steps: trial.steps });
  const steps = trial.steps.map((one) => one.step);
  const users = input.plan.subnetId === null ? [] : alsoUsedBy(input.model, input.plan.subnetId, steps);
  const closes = closedBy(input, { steps, alsoUsedBy: users });
  const fix: Fix = {
    requirements: ids,
    effect: effectOf(opens, closes),
    steps,
    opens,
    closes,
    alsoUsedBy: users,
  };
  return { fix, after: trial.after };
}

function effectOf(opens: readonly FixFlow[], closes: readonly FixFlow[]): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  return opens.length > 0 ? 'opens' : 'none';
}

/** What other subnets lose, each flow once. Rules that allow take nothing from anybody; routes may. */
function closedBy(input: FixInput, change: SharedChange): readonly FixFlow[] {
  if (!change.steps.some((step) => step.do === 'insert' && step.what === 'route')) return [];
  const all = otherSubnetsAfter(input, change).flatMap((one) => one.closes);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
