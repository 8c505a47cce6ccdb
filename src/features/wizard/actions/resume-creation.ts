import type { ComputeState } from '../../../azure/ports';
import { firstCreation, resumed } from '../views/creation-view';
import type { WizardContext } from '../context';
import { change } from './change';
import { connectedAzure } from './connected';
import { followCreation } from './follow-creation';

/** A creation that was under way when the window was reloaded is followed again; one that is gone is let go. */
export async function resumeCreation(context: WizardContext): Promise<void> {
  const { store, ports } = context;
  const { creating } = store.get().choices;
  if (creating === null || store.get().creation !== null) return;
  const plan = { ...creating.plan, fixes: [] };
  const { computes } = connectedAzure(context);
  const target = { workspaceId: plan.workspaceId, name: plan.name };
  const there = await lookFor(context, target);
  if (there === null) change(context, { creating: null });
  if (there === null || there === 'unseen') return;
  const { startedAt, accepted } = creating;
  const first = resumed(firstCreation(ports.say, plan, startedAt), startedAt, accepted);
  const following = followCreation(context, { plan, first, accepted }, (onEvent, stop) =>
    computes.follow(target, onEvent, stop),
  );
  ports.withProgress(ports.say('create.title', { name: plan.name }), following);
}

/** Where Azure cannot be asked now, the creation stays for the next window. */
async function lookFor(
  context: WizardContext,
  { workspaceId, name }: { readonly workspaceId: string; readonly name: string },
): Promise<ComputeState | null | 'unseen'> {
  const stop = context.loads.begin('creation');
  try {
    return await connectedAzure(context).computes.get(workspaceId, name, stop);
  } catch {
    return 'unseen';
  }
}
