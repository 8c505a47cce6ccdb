import { deadlines } from '../../../azure/deadline';
import type { ComputeState } from '../../../azure/ports';
import type { Creation } from '../../../contract/wizard/creation';
import { countsAs } from '../../../checks/summary';
import { traitsOf } from '../../../core/compute-kinds';
import { nameOf } from '../../../core/network/find';
import { displayText } from '../../../core/text/display-text';
import type { Say } from '../../../messages/say';
import { matchPlan } from '../../../plans/compute-plan';
import { formatTime } from '../../../wording/dates';
import { instanceRecordAdvice } from '../../../wording/instance-record';
import { canDelete, hasNoNode, isRunning, wasAccepted, wasSent, type CreationState } from '../creation-state';
import type { WizardState } from '../state';
import { jobSnippets } from '../job-snippets';
import { compareCompute } from '../../../wording/compute-comparison';
import { costText } from '../../../wording/compute-cost';
import { ranOnNode } from '../network-test-state';
import { networkTestView } from './network-test-view';
import { failureView } from './failure-view';
import { writeButton } from './review-view';
import { priceOf } from '../derived-plan';

type Step = Creation['steps'][number];

/** Returns the page of the current creation; null if none is shown. */
export function creationView(say: Say, state: WizardState): Creation | null {
  const { creation } = state;
  return creation === null || creation.hidden ? null : creationPage(say, state, creation);
}

/** Returns the page of a creation, whether it's shown or not. */
export function creationPage(say: Say, state: WizardState, creation: CreationState): Creation {
  const write = writeButton(say, state);
  return { ...commonPart(say, creation), ...phasePart(say, state, creation), write };
}

function commonPart(say: Say, creation: CreationState): Omit<Creation, 'write'> {
  const { plan, startedAt, endedAt, requestId } = creation;
  const { action } = traitsOf(plan.kind);
  return {
    state: 'running',
    action,
    heading: say(`${action}.title`, { name: plan.name }),
    line: null,
    startedAt,
    endedAt,
    steps: creationSteps(say, creation),
    comparison: [],
    message: null,
    // A response header can contain anything.
    requestId: requestId === null ? null : displayText(requestId),
    likely: [],
    isReading: false,
    nextSteps: [],
    isSent: wasSent(creation),
    cost: null,
    snippets: [],
    test: null,
    canDelete: canDelete(creation),
    left: null,
  };
}

/** Returns the values that depend on the phase. */
function phasePart(say: Say, state: WizardState, creation: CreationState): Partial<Creation> {
  const { phase, plan, startedAt } = creation;
  const { name } = plan;
  const { action } = traitsOf(plan.kind);
  switch (phase.is) {
    case 'ready':
      return readyPart(say, state, { creation, compute: phase.compute });
    case 'failed':
      return failureView(say, state, { creation, phase });
    case 'missing':
      return missingPart(say, creation);
    case 'left':
      return {
        state: 'left',
        heading: say(`${action}.left`, { name }),
        line:
          phase.because === 'deadline'
            ? say('create.unfinished', { min: deadlines.create / 60 })
            : say('create.stopWaiting'),
      };
    case 'deleting':
      return {
        ...phasePart(say, state, { ...creation, phase: phase.from }),
        state: 'deleting',
        heading: say(`${action}.removing`, { name }),
        line: say(`${action}.line.removing`),
      };
    default: {
      const line = say('create.waiting', { time: formatTime(say, endOfWaiting(startedAt)) });
      return { line };
    }
  }
}

/** Returns the ISO time at which the wait ends. */
function endOfWaiting(at: string): string {
  return new Date(Date.parse(at) + deadlines.create * 1000).toISOString();
}

/** Returns the end: Azure's resource, compared with the plan, so that differences aren't missed. */
function readyPart(
  say: Say,
  state: WizardState,
  { creation, compute }: { readonly creation: CreationState; readonly compute: ComputeState },
): Partial<Creation> {
  const { plan } = creation;
  const own = state.creationResults.filter((one) => one.subnetId === plan.subnetId);
  const isBlocked = own.some((one) => countsAs(one) === 'errors');
  const noNode =
    hasNoNode(compute) && !ranOnNode(creation.test)
      ? say(isBlocked ? 'create.noNodeBlocked' : 'create.noNode')
      : null;
  return {
    state: 'ready',
    heading: say(`${traitsOf(plan.kind).action}.ready`, { name: plan.name }),
    line: instanceRecordAdvice(say, own) ?? noNode,
    comparison: compareCompute(say, plan, compute),
    test: networkTestView(say, state, creation),
    cost: matchPlan<string | null>(plan, {
      create: (one) => costText(say, priceOf(state, one), one),
      attach: () => null,
    }),
    snippets: jobSnippets(say, creation),
  };
}

function missingPart(say: Say, creation: CreationState): Partial<Creation> {
  const { plan } = creation;
  const isOurs = wasAccepted(creation);
  return {
    state: 'failed',
    heading: say(isOurs ? 'create.gone' : `${traitsOf(plan.kind).action}.failed`, { name: plan.name }),
    line: say(isOurs ? 'create.line.gone' : 'create.line.notSent'),
    canDelete: false,
    left: say('create.leftNothing'),
    nextSteps: [{ does: 'retry', label: say('creation.tryAgain'), ids: [] }],
  };
}

/** Returns the steps that are done, and those to come. */
function creationSteps(say: Say, creation: CreationState): Step[] {
  const { times, plan } = creation;
  const { action } = traitsOf(plan.kind);
  // Once it's over, the name can be in use. It was available when it was checked.
  const wasFree = times.free !== undefined && !isRunning(creation);
  const all = [
    [say(wasFree ? 'create.step.wasFree' : 'create.step.free'), times.free],
    [say('create.step.sent'), times.sent],
    [say('create.step.accepted'), times.accepted],
    [nodesText(say, creation), times.ready],
    [say(`${action}.step.ready`), times.ready],
    [say('create.step.compared'), times.ready],
  ] as const;
  const current = all.findIndex(([, at]) => at === undefined);
  return all.map(([text, at], place) => {
    if (at !== undefined) return { text, at, state: 'done' };
    return place === current ? currentStep(text, creation) : { text, at: null, state: 'waiting' };
  });
}

/** Returns the current step: running, failed, or no longer waited for. */
function currentStep(text: string, creation: CreationState): Step {
  const { endedAt, phase } = creation;
  const is = phase.is === 'deleting' ? phase.from.is : phase.is;
  if (is === 'failed' || is === 'missing') return { text, at: endedAt, state: 'failed' };
  return { text, at: null, state: is === 'left' ? 'waiting' : 'running' };
}

/** Describes where the nodes are, or what Azure ML connects to, with Azure's current state. */
function nodesText(say: Say, creation: CreationState): string {
  const { plan, compute } = creation;
  const { subnetId } = plan;
  const hasNews = traitsOf(plan.kind).action === 'create';
  if (compute === null) return placeText(say, creation);
  // A cluster with a minimum of 0 is ready without nodes.
  if (hasNoNode(compute)) return say('create.step.noNode');
  if (subnetId === null || !hasNews) return placeText(say, creation);
  const subnet = nameOf(subnetId);
  return compute.nodes
    ? say('create.step.nodesState', { subnet, idle: compute.nodes.idle, target: compute.nodes.target })
    : say('create.step.instanceState', { subnet, state: compute.state ?? compute.provisioningState });
}

function placeText(say: Say, { plan }: CreationState): string {
  return matchPlan(plan, {
    create: ({ subnetId, kind }) =>
      subnetId === null
        ? say('create.step.nodesManaged')
        : say(`create.step.${kind}`, { subnet: nameOf(subnetId) }),
    attach: ({ targetId }) => say('attach.step.reached', { target: nameOf(targetId) }),
  });
}
