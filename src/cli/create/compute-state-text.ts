import type { ComputeState } from '../../azure/ports';
import type { Say } from '../../messages/say';

/** Returns the state as Azure names it, with the number of nodes: “Creating”, “Succeeded, Resizing, 0 of 1 nodes”. */
export function computeStateText(say: Say, { provisioningState, state, nodes }: ComputeState): string {
  const most = nodes === null ? 0 : Math.max(nodes.target, nodes.min);
  const counted = most === 0 ? [] : [say('terminal.create.nodes', { n: nodes?.current ?? 0, most })];
  return [provisioningState, ...(state === null ? [] : [state]), ...counted].join(', ');
}
