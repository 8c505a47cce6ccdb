import type { ComputeState, WorkspaceSummary } from '../../../azure/ports';
import { nameOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { traitsOf } from '../../../core/compute-kinds';
import type { Say } from '../../../messages/say';
import { failureText, inOneLine } from '../../../wording/failure-text';
import { computeHealthText, healthText } from './health-text';
import type { ComputeHealth } from './compute-health';
import { shapeOfHealth } from './health';
import { computeText, isCreating, isLeaving, phaseOf } from './compute-text';
import { portalActions, accessibilityLabel, tooltipOf } from './lines';
import type { NodeAction, NodeIcon, TreeNode } from './node';

export interface ComputeLineInput {
  readonly compute: ComputeState;
  readonly workspace: WorkspaceSummary;
  readonly health: ComputeHealth;
  /** True if this product is still creating it, so that its page can be shown. */
  readonly hasCreation: boolean;
  readonly isSample: boolean;
}

/** Returns the ID of a compute resource's node. */
export function computeNodeId(id: ResourceId): string {
  return `compute ${id}`.toLowerCase();
}

/** Builds the node of a compute resource: “cpu-train  cluster, 3 of 8 nodes, 1 error (8 flows)”. */
export function computeLine(say: Say, input: ComputeLineInput): TreeNode {
  const { compute, workspace, health } = input;
  const { id, name } = compute;
  const words = computeText(say, compute);
  const outcome = outcomeText(say, health);
  const description = accessibilityLabel(words, outcome);
  return {
    id: computeNodeId(id),
    target: {
      is: 'compute',
      subscriptionId: workspace.subscriptionId,
      workspaceId: workspace.id,
      kind: compute.kind,
      name,
    },
    label: name,
    description,
    icon: iconOf(compute, health),
    tooltip: tooltipOf(name, tooltipLines(say, input)),
    spoken: accessibilityLabel(name, words, spokenOutcome(say, health)),
    expand: health.is === 'checked' ? 'closed' : 'leaf',
    can: actionsOf(input),
  };
}

/** Returns the icon. A failed compute resource never looks healthy, even if its network is fine. */
function iconOf(compute: ComputeState, health: ComputeHealth): NodeIcon {
  const life = phaseOf(compute);
  if (life === 'moving') return 'loading';
  if (life === 'failed') return 'error';
  switch (health.is) {
    case 'checked':
      return shapeOfHealth(health.health);
    case 'reading':
      return 'loading';
    case 'not-checked':
      return 'unfit';
    case 'problem':
    case 'no-target':
      return 'unknown';
  }
}

function outcomeText(say: Say, health: ComputeHealth): string {
  switch (health.is) {
    case 'checked':
      return computeHealthText(say, health.health);
    case 'reading':
      return '';
    case 'not-checked':
      return say('tree.notChecked');
    case 'problem':
      return say('tree.networkNotRead');
    case 'no-target':
      return say('tree.targetNotRead');
  }
}

/** Returns the result for a screen reader. It's always read, even if the node omits it because the icon is enough. */
function spokenOutcome(say: Say, health: ComputeHealth): string {
  return health.is === 'checked' ? healthText(say, health.health) : outcomeText(say, health);
}

function tooltipLines(say: Say, { compute, workspace, health }: ComputeLineInput): readonly string[] {
  const { vmSize, errors, id } = compute;
  const subnetId = health.is === 'checked' ? health.health.plan.subnetId : compute.subnetId;
  return [
    accessibilityLabel(computeText(say, compute), spokenOutcome(say, health)),
    whyNotChecked(say, health),
    ...errors.map((one) => `${one.code}: ${inOneLine(one.message)}`),
    subnetId === null ? '' : say('tree.inSubnet', { subnet: nameOf(subnetId) }),
    traitsOf(compute.kind).isPersonal ? say('tree.instanceStays') : '',
    vmSize === null ? '' : say('tree.size', { size: vmSize }),
    say('tree.ofWorkspace', { workspace: workspace.name }),
    id,
  ];
}

function whyNotChecked(say: Say, health: ComputeHealth): string {
  switch (health.is) {
    case 'problem':
      return failureText(say, health.failure);
    case 'no-target':
      return health.failure ? failureText(say, health.failure) : say('tree.targetNotReadWhy');
    case 'not-checked':
      return say('tree.notCheckedWhy');
    default:
      return '';
  }
}

const removals = { create: 'delete', attach: 'detach' } as const;

function actionsOf({ compute, health, hasCreation, isSample }: ComputeLineInput): readonly NodeAction[] {
  const always: readonly NodeAction[] = ['refresh', 'copyId', ...portalActions(isSample)];
  if (isLeaving(compute)) return always;
  const removal = removals[traitsOf(compute.kind).action];
  if (isCreating(compute)) return ['creation', removal, ...always];
  const creationActions: readonly NodeAction[] = hasCreation ? ['creation'] : [];
  return [...creationActions, ...checkedActions(health), ...powerActions(compute), removal, ...always];
}

function checkedActions(health: ComputeHealth): readonly NodeAction[] {
  // A resource that wasn't found can exist now.
  if (health.is === 'no-target') return ['check'];
  if (health.is !== 'checked') return [];
  const fix: readonly NodeAction[] = health.health.summary.errors > 0 ? ['fix'] : [];
  return ['check', 'explain', 'report', 'wizard', ...fix];
}

/** Checks whether a cluster is empty and doesn't keep a minimum of nodes. */
function hasNoNode(compute: ComputeState): boolean {
  const { nodes } = compute;
  return (
    nodes !== null && Math.max(nodes.min, nodes.target, nodes.current) === 0 && phaseOf(compute) === 'settled'
  );
}

/** Returns the power actions that Azure accepts in the current state of an instance or cluster. */
function powerActions(compute: ComputeState): readonly NodeAction[] {
  const { kind, state } = compute;
  const { scales, isPersonal } = traitsOf(kind);
  if (scales) return hasNoNode(compute) ? ['startNode'] : [];
  if (!isPersonal) return [];
  if (state === 'Stopped') return ['start'];
  return state === 'Running' || state === 'JobRunning' ? ['stop', 'restart'] : [];
}
