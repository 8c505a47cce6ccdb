import { isAnswerLost, isServerError } from '../../../azure/failure';
import type { ComputeState } from '../../../azure/ports';
import { traitsOf, type ComputeAction } from '../../../core/compute-kinds';
import type { Creation, NextStep } from '../../../contract/wizard/creation';
import { nameOf } from '../../../core/network/find';
import { displayText } from '../../../core/text/display-text';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { isNameTaken } from '../../../wording/azure-error-detail';
import { compareCompute } from '../../../wording/compute-comparison';
import { formatDuration } from '../../../wording/dates';
import { afterColon } from '../../../wording/lower-after-colon';
import {
  canDelete,
  partialAllocation,
  wasAccepted,
  wasSent,
  type PartialAllocation,
} from '../creation-state';
import { azureErrorText } from '../failures';
import type { WizardState } from '../state';
import { isRuledOut, likelyRank, type LikelyCause, type RankedLikely } from '../../../wording/likely-cause';
import { rankedLikely, type CauseWithStep, type FailedCreation } from '../failure-causes';

/** Returns the page of a failure: its explanation in this subnet, Azure's message, and what remains. */
export function failureView(say: Say, state: WizardState, failed: FailedCreation): Partial<Creation> {
  const { creation, phase } = failed;
  const { plan, startedAt, endedAt, requestId } = creation;
  const { failure } = phase;
  const milliseconds = Date.parse(endedAt ?? startedAt) - Date.parse(startedAt);
  const time = formatDuration(say, milliseconds);
  const kind = kindOf(failed);
  const { action } = traitsOf(plan.kind);
  const isReading = phase.evidence.subnet === 'reading';
  // Data that was read before the failure doesn't explain it.
  const ranked = isReading ? { most: undefined, all: [] } : rankedLikely(say, state, failed);
  const partial = partialAllocation(creation);
  return {
    state: 'failed',
    heading: headingOf(say, failed, ranked.most),
    line: say(lineKey(kind, action), { time }),
    message: azureErrorText(say, failure),
    requestId: shownOrNull(failure.details.requestId ?? requestId),
    likely: ranked.all.map((one) => likelyRow(say, one, ranked)),
    isReading,
    nextSteps: isReading ? [] : nextSteps(say, failed, ranked),
    left: leftText(say, failed),
    ...(partial ? partialView(say, partial, { plan, milliseconds }) : {}),
  };
}

/** Returns the title, which includes the cause if one explains the failure. */
function headingOf(say: Say, failed: FailedCreation, most: LikelyCause | undefined): string {
  const { plan, goal } = failed.creation;
  const { action } = traitsOf(plan.kind);
  const what = headings[kindOf(failed)];
  if (most?.isReason !== true || what === 'unsure') return say(`${action}.${what}`, { name: plan.name });
  const values = { name: plan.name, cause: afterColon(say, most.cause) };
  return goal === 'first-node'
    ? say('create.noNodeBecause', values)
    : say(`${action}.${what}Because`, values);
}

function likelyRow(
  say: Say,
  one: CauseWithStep,
  ranked: RankedLikely<CauseWithStep>,
): Creation['likely'][number] {
  const { icon, cause, evidence, changes, packet = null, step } = one;
  const rank = likelyRank(say, one, ranked);
  return { icon, rank, isRuledOut: isRuledOut(one), cause, evidence, changes: [...changes], packet, step };
}

/** Returns the actions, the best first: the step of the most likely cause, and a retry. */
function nextSteps(say: Say, { creation }: FailedCreation, { all }: RankedLikely<CauseWithStep>): NextStep[] {
  const steps = all.flatMap(({ step }) => (step ? [step] : []));
  const [first] = steps.map((one): NextStep =>
    one.does === 'fix' ? { ...one, does: 'fix-and-retry', label: say('creation.fixAndTryAgain') } : one,
  );
  const others = steps.filter(({ does }) => does !== first?.does && does !== 'fix' && does !== 'request');
  // The remaining resource occupies the name. It's deleted first; otherwise a retry can't succeed.
  const does = canDelete(creation) ? 'delete-and-retry' : 'retry';
  const { action } = traitsOf(creation.plan.kind);
  const label = say(does === 'retry' ? 'creation.tryAgain' : `${action}.deleteAndTryAgain`);
  return [...(first ? [first] : []), ...others, { does, label, ids: [] }];
}

/** A response header can contain anything. */
const shownOrNull = (text: string | null): string | null => (text === null ? null : displayText(text));

/** How far it got, as far as that is known. */
type FailureKind = 'taken' | 'unsent' | 'lost' | 'error' | 'unseen' | 'refused' | 'failed';

function kindOf({ creation, phase: { failure, remaining } }: FailedCreation): FailureKind {
  if (remaining === 'unseen') return 'unseen';
  if (wasAccepted(creation)) return 'failed';
  if (!wasSent(creation)) return isNameTaken(failure.code, failure.details) ? 'taken' : 'unsent';
  if (isAnswerLost(failure)) return 'lost';
  return isServerError(failure) ? 'error' : 'refused';
}

/** Suffixes of the headings' keys, after the plan's action. */
const headings = {
  taken: 'failed',
  unsent: 'failed',
  lost: 'failed',
  error: 'failed',
  unseen: 'unsure',
  refused: 'failed',
  failed: 'notSetUp',
} as const satisfies Readonly<Record<FailureKind, string>>;

function lineKey(kind: FailureKind, action: ComputeAction): MessageKey {
  return kind === 'refused' ? `${action}.line.refused` : `create.line.${kind}`;
}

function leftText(say: Say, failed: FailedCreation): string {
  const { plan } = failed.creation;
  const { failure, remaining: compute } = failed.phase;
  if (compute === 'unseen') return say('create.leftUnseen');
  if (!compute) {
    return isNameTaken(failure.code, failure.details)
      ? say('create.leftTaken', { name: plan.name })
      : say(kindOf(failed) === 'unsent' ? 'create.leftUnsent' : 'create.leftNothing');
  }
  const isFailed = compute.provisioningState === 'Failed';
  const state = isFailed ? compute.provisioningState : (compute.state ?? compute.provisioningState);
  const key = matchPlan<MessageKey>(plan, {
    create: ({ kind }) => `create.leftThere.${kind}`,
    attach: () => 'attach.leftThere',
  });
  return [say(key, { name: nameOf(compute.id), state }), ...billedNodes(say, compute)].join(' ');
}

/** Returns whether Azure bills machines of a cluster as it was read after the failure. */
function billedNodes(say: Say, { nodes }: ComputeState): readonly string[] {
  if (nodes === null) return [];
  const n = nodes.current;
  return [n === 0 ? say('create.leftThere.noNodes') : say('create.leftThere.nodes', { n })];
}

/**
 * Returns the parts of the failure page for a partial allocation: how far it got, what that means, what was created,
 * and what is billed.
 */
function partialView(
  say: Say,
  { compute, idle, wanted }: PartialAllocation,
  { plan, milliseconds }: { readonly plan: Plan; readonly milliseconds: number },
): Pick<Creation, 'heading' | 'line' | 'comparison' | 'left'> {
  const { name } = plan;
  const time = formatDuration(say, milliseconds);
  const line = idle > 0 ? 'create.partial.some' : 'create.partial.none';
  return {
    heading: say('create.partial', { name, idle, wanted }),
    line: say(line, { idle, wanted, time }),
    comparison: [
      {
        label: say('create.compare.nodes'),
        text: say('create.readback', { a: wanted, b: idle }),
        asPlanned: false,
      },
      ...compareCompute(say, plan, compute),
    ],
    left: say('create.partial.left', { name: nameOf(compute.id), n: idle }),
  };
}
