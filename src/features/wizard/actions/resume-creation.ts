import { traitsOf } from '../../../core/compute-kinds';
import type { ComputeState } from '../../../azure/ports';
import type { StoredCreation } from '../../../contract/wizard/stored-choices';
import { missingCreation, resumedFrom } from '../creation-state';
import type { WizardContext } from '../context';
import { connectedAzure } from './connected';
import { followCreation, leaveCreation } from './follow-creation';

/** Continues to follow a creation after a window reload. If the resource no longer exists, reports that. */
export async function resumeCreation(context: WizardContext): Promise<void> {
  const { store } = context;
  if (store.get().lostCreation) notifyLost(context);
  const { creating } = store.get().choices;
  if (creating === null || store.get().creation !== null) return;
  await followAgain(context, creating);
}

/** Reports a creation that another version of the product stored. Azure continues, but it isn't followed. */
function notifyLost({ store, ports }: WizardContext): void {
  store.set({ lostCreation: false });
  ports.notify(ports.say('create.lost'), ports.say('create.toast.show'), () => ports.reveal());
}

/** Follows a running creation with its initial plan. If the resource no longer exists, reports that. */
export async function followAgain(context: WizardContext, stored: StoredCreation): Promise<void> {
  const { ports, clock } = context;
  const { workspaceId, name, kind } = stored.plan;
  const there = await lookFor(context, { workspaceId, name });
  if (there === 'unseen') return;
  if (there === null) return leaveCreation(context, missingCreation(stored, clock.now().toISOString()));
  const first = resumedFrom(stored);
  const { computes } = connectedAzure(context);
  const following = followCreation(context, first, (onEvent, stop) =>
    computes.follow({ workspaceId, name }, onEvent, stop),
  );
  ports.withProgress(ports.say(`${traitsOf(kind).action}.title`, { name }), following);
}

/** Reads the resource. If Azure can't be asked, the creation stays stored for the next window. */
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
