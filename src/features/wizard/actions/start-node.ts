import type { WizardContext } from '../context';
import { canStartNode, firstNodeOf } from '../creation-state';
import { connectedAzure } from './connected';
import { followCreation } from './follow-creation';

/** Starts the first node of the cluster that was created, after asking, and follows it: it shows whether the network works. */
export async function startNode(context: WizardContext): Promise<void> {
  const { store, ports, clock } = context;
  const { creation } = store.get();
  if (!creation || !canStartNode(creation) || !('nodes' in creation.plan)) return;
  const { name, workspaceId } = creation.plan;
  const { say } = ports;
  const isMeant = await ports.confirm({
    title: say('power.startNode.title', { name }),
    detail: say('power.startNode.detail'),
    button: say('power.startNode.button'),
  });
  if (!isMeant || store.get().creation !== creation) return;
  const plan = { ...creation.plan, nodes: { ...creation.plan.nodes, min: 1 } };
  const first = firstNodeOf(plan, clock.now().toISOString());
  const { computes } = connectedAzure(context);
  const following = followCreation(context, first, async (onEvent, stop) => {
    await computes.operate({ workspaceId, name, verb: 'startNode' }, () => undefined, stop);
    await computes.follow({ workspaceId, name }, onEvent, stop);
  });
  ports.withProgress(say('create.startNode.heading', { name }), following);
}
