import type { NetworkModel } from '../../../core/network/model';
import type { Health } from '../model/health';
import type { ComputeTarget, NodeTarget, SubnetTarget } from '../model/node';
import type { TreesSession } from '../session';

export interface NodeCheckResult {
  readonly name: string;
  readonly health: Health;
  readonly model: NetworkModel;
}

/** The compute or subnet that a node stands for or belongs to; nothing for the others. */
export function checkedTarget(target: NodeTarget): ComputeTarget | SubnetTarget | undefined {
  if (target.is === 'finding' || target.is === 'cause') return target.of;
  return target.is === 'compute' || target.is === 'subnet' ? target : undefined;
}

/** The requirements that a line below a compute or subnet is about. */
export function requirementsOfNode(
  target: Extract<NodeTarget, { is: 'finding' | 'cause' }>,
): readonly string[] {
  return target.is === 'cause' ? target.requirements : [target.requirement];
}

/** The results of a compute or subnet as they are now; nothing where it is gone, or cannot be checked. */
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
