import { traitsOf } from '../../../core/compute-kinds';
import type { ComputeState, CreationEvent } from '../../../azure/ports';
import { deadlines } from '../../../azure/deadline';
import type { Creation } from '../../../contract/wizard/creation';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { formatTime } from '../../../wording/dates';
import type { CreationState } from '../state';
import { comparison } from './comparison';

type Step = Creation['steps'][number];

/** What every change of the page is made with; `at` is the ISO time of it. */
export interface Progress {
  readonly say: Say;
  readonly plan: Plan;
  readonly at: string;
}

/** Places of the steps, in order. */
const step = { free: 0, sent: 1, accepted: 2, nodes: 3, ready: 4, compared: 5 } as const;

/** The page as it opens: the name is being looked up, the rest is to come. */
export function firstCreation(say: Say, plan: Plan, at: string): Creation {
  const { action } = traitsOf(plan.kind);
  const waiting = [
    say('create.step.accepted'),
    placeText(say, plan),
    say(`${action}.step.ready`),
    say('create.step.compared'),
  ];
  return {
    state: 'running',
    action,
    heading: say(`${action}.title`, { name: plan.name }),
    line: say('create.waiting', { time: formatTime(say, endOfWaiting(at)) }),
    startedAt: at,
    endedAt: null,
    steps: [
      { text: say('create.step.free'), at: null, state: 'running' },
      ...[say('create.step.sent'), ...waiting].map((text): Step => ({ text, at: null, state: 'waiting' })),
    ],
    comparison: [],
    said: null,
    requestId: null,
    likely: [],
    isSent: false,
    canStartNode: false,
    canDelete: false,
    left: null,
  };
}

/** ISO time at which a creation is no longer waited for. */
function endOfWaiting(at: string): string {
  return new Date(Date.parse(at) + deadlines.create * 1000).toISOString();
}

/** Where the nodes come to be, or what Azure ML has to get into. */
function placeText(say: Say, plan: Plan): string {
  return matchPlan(plan, {
    create: ({ subnetId, kind }) =>
      subnetId === null
        ? say('create.step.nodesManaged')
        : say(`create.step.${kind}`, { subnet: nameOf(subnetId) }),
    attach: ({ targetId }) => say('attach.step.reached', { target: nameOf(targetId) }),
  });
}

/** The page of a creation that was sent before the window was reloaded; `accepted` where Azure took it. */
export function resumed(creation: Creation, at: string, accepted: boolean): Creation {
  const steps = reached(creation.steps, accepted ? step.accepted : step.sent, at);
  return { ...creation, steps, isSent: true, canDelete: accepted };
}

/** The page of a creation of which nothing is in Azure when the window is back. */
export function gone({ say, plan, at }: Progress, creation: Creation, accepted: boolean): Creation {
  return {
    ...creation,
    state: 'failed',
    heading: say(accepted ? 'create.gone' : `${traitsOf(plan.kind).action}.failed`, {
      name: plan.name,
    }),
    line: say(accepted ? 'create.line.gone' : 'create.line.notSent'),
    endedAt: at,
    steps: failedSteps(say, creation.steps, at),
    canDelete: false,
    left: say('create.leftNothing'),
  };
}

/** The page after Azure said something. */
export function afterEvent(
  { say, plan, at }: Progress,
  creation: Creation,
  event: Exclude<CreationEvent, { is: 'failed' | 'unfinished' }>,
): Creation {
  switch (event.is) {
    case 'free':
      return { ...creation, steps: reached(creation.steps, step.free, at) };
    case 'sent':
      return { ...creation, isSent: true, steps: reached(creation.steps, step.sent, at) };
    case 'accepted':
      return {
        ...creation,
        requestId: event.requestId,
        isSent: true,
        canDelete: true,
        steps: reached(creation.steps, step.accepted, at),
      };
    case 'state':
      return withNodes({ say, plan, at }, creation, event.compute);
    case 'ready': {
      const told = renamed(creation.steps, step.nodes, nodesText(say, plan, event.compute));
      return { ...creation, steps: reached(told, step.ready, at) };
    }
  }
}

/** The step that failed is the one that ran. */
export function failedSteps(say: Say, steps: readonly Step[], at: string): Step[] {
  return over(say, steps).map((one) => (one.state === 'running' ? { ...one, state: 'failed', at } : one));
}

/** Once it is over the name may be taken: it was free when it was looked up. */
function over(say: Say, steps: readonly Step[]): Step[] {
  const wasFree = steps[step.free]?.state === 'done';
  return wasFree ? renamed(steps, step.free, say('create.step.wasFree')) : [...steps];
}

/** Azure goes on, and nobody here looks: no step is shown as under way. `line` says what to do. */
export function leftToAzure(
  say: Say,
  { view, name, action }: Pick<CreationState, 'view' | 'name' | 'action'>,
  { at, line = say('create.stopWaiting') }: { readonly at: string; readonly line?: string },
): Creation {
  return {
    ...view,
    state: 'left',
    heading: say(`${action}.left`, { name }),
    line,
    endedAt: at,
    steps: over(say, view.steps).map((one) => (one.state === 'running' ? { ...one, state: 'waiting' } : one)),
  };
}

/** The page with the nodes as they now are. */
export function withNodes({ say, plan }: Progress, creation: Creation, compute: ComputeState): Creation {
  return { ...creation, steps: renamed(creation.steps, step.nodes, nodesText(say, plan, compute)) };
}

/** True where Azure took the compute: from then on there is something of ours to delete. */
export function wasAccepted(creation: Creation): boolean {
  return creation.steps[step.accepted]?.state === 'done';
}

/** Steps up to `index` are done; the next one runs. */
function reached(steps: readonly Step[], index: number, at: string): Step[] {
  return steps.map((one, place) => {
    if (place <= index) return one.at === null ? { ...one, at, state: 'done' } : one;
    return place === index + 1 ? { ...one, state: 'running' } : one;
  });
}

function renamed(steps: readonly Step[], index: number, text: string): Step[] {
  return steps.map((one, place) => (place === index ? { ...one, text } : one));
}

function nodesText(say: Say, plan: Plan, compute: ComputeState): string {
  // A cluster that keeps none is ready without.
  if (hasNoNode(compute)) return say('create.step.noNode');
  const hasNews = traitsOf(plan.kind).action === 'create';
  if (plan.subnetId === null || !hasNews) return placeText(say, plan);
  const subnet = nameOf(plan.subnetId);
  return compute.nodes
    ? say('create.step.nodesState', { subnet, idle: compute.nodes.idle, target: compute.nodes.target })
    : say('create.step.instanceState', { subnet, state: compute.state ?? compute.provisioningState });
}

/** A cluster that keeps no node and has none: what its network lets through was never tried. */
function hasNoNode({ nodes }: ComputeState): boolean {
  return nodes !== null && Math.max(nodes.target, nodes.current, nodes.min) === 0;
}

/** The page while the first node of a cluster is started: what was done before stays done. */
export function startingNode({ say, plan, at }: Progress): Creation {
  const first = firstCreation(say, plan, at);
  const done = reached(first.steps, step.accepted, at);
  return {
    ...first,
    heading: say('create.startNode.heading', { name: plan.name }),
    steps: done,
    isSent: true,
    canDelete: true,
  };
}

/** The end: what was made, beside what was planned. A compute that silently differs is the worst success. */
export function compared({ say, plan, at }: Progress, creation: Creation, compute: ComputeState): Creation {
  return {
    ...creation,
    state: 'ready',
    canStartNode: hasNoNode(compute),
    canDelete: false,
    line: hasNoNode(compute) ? say('create.noNode') : null,
    heading: say(`${traitsOf(plan.kind).action}.ready`, { name: plan.name }),
    endedAt: at,
    steps: over(say, reached(creation.steps, step.compared, at)),
    comparison: comparison(say, plan, compute),
  };
}
