import type { NetworkModel } from '../../../core/network/model';
import type { Health } from '../model/health';
import type { ComputeTarget, NodeTarget, SubnetTarget } from '../model/node';
import type { TreesSession } from '../session';

export interface NodeCheckResult {
  readonly name: string;
  readonly health: Health;
  readonly model: NetworkModel;
}

/** Returns the compute resource or subnet that a node represents or belongs to; undefined for other nodes. */
export function checkedTarget(target: NodeTarget): ComputeTarget | SubnetTarget | undefined {
  if (target.is === 'finding' || target.is === 'cause') return target.of;
  return target.is === 'compute' || target.is === 'subnet' ? target : undefined;
}

/** Returns the requirements of a node below a compute resource or subnet. */
export function requirementsOfNode(
  target: Extract<NodeTarget, { is: 'finding' | 'cause' }>,
): readonly string[] {
  return target.is === 'cause' ? target.requirements : [target.requirement];
}

/**
 * Returns the current results of a compute resource or subnet; undefined if it no longer exists or can't be checked.
 */
export async function findCheckResults(
  session: TreesSession,
  target: ComputeTarget | SubnetTarget,
): Promise<NodeCheckResult | undefined> {
  if (target.is === 'subnet') {
    const shown = await session.networks().find(target);
    return shown && { name: shown.subnet.name, health: shown.health, model: shown.model };
  }
  const shown = await session.compute().find(target);
  return shown?.health.is === 'checked'
    ? { name: shown.compute.name, health: shown.health.health, model: shown.model }
    : undefined;
}
