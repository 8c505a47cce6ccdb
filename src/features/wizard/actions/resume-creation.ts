import { traitsOf } from '../../../core/compute-kinds';
import type { ComputeState } from '../../../azure/ports';
import type { Plan } from '../../../plans/compute-plan';
import { firstCreation, gone, resumed } from '../views/creation-view';
import type { WizardContext } from '../context';
import { connectedAzure } from './connected';
import { followCreation, leaveCreation } from './follow-creation';
import type { StartedCreation } from './unfinished-creations';

/** A creation that was under way when the window was reloaded is followed again; of one that is gone it is said. */
export async function resumeCreation(context: WizardContext): Promise<void> {
  const { store } = context;
  const { creating } = store.get().choices;
  if (creating === null || store.get().creation !== null) return;
  await followAgain(context, creating);
}

/** Follows a creation that Azure went on with, by the plan it was begun with; of one that is gone that is said. */
export async function followAgain(context: WizardContext, creating: StartedCreation): Promise<void> {
  const { ports, clock } = context;
  const plan: Plan = { ...creating.plan, fixes: [] };
  const { startedAt, accepted } = creating;
  const target = { workspaceId: plan.workspaceId, name: plan.name };
  const begun = firstCreation(ports.say, plan, startedAt);
  const there = await lookFor(context, target);
  if (there === 'unseen') return;
  if (there === null) {
    const at = clock.now().toISOString();
    return leaveCreation(context, plan, gone({ say: ports.say, plan, at }, begun, accepted));
  }
  const { computes } = connectedAzure(context);
  const first = resumed(begun, startedAt, accepted);
  const following = followCreation(context, { plan, first, accepted }, (onEvent, stop) =>
    computes.follow(target, onEvent, stop),
  );
  const title = ports.say(`${traitsOf(plan.kind).action}.title`, { name: plan.name });
  ports.withProgress(title, following);
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
