import { traitsOf } from '../../../core/compute-kinds';
import type { ComputeState } from '../../../azure/ports';
import type { StoredCreation } from '../../../contract/wizard/stored-choices';
import { missingCreation, resumedFrom } from '../creation-state';
import type { WizardContext } from '../context';
import { connectedAzure } from './connected';
import { followCreation, leaveCreation } from './follow-creation';

/** A creation that was under way when the window was reloaded is followed again; of one that is gone it is said. */
export async function resumeCreation(context: WizardContext): Promise<void> {
  const { store } = context;
  if (store.get().lostCreation) notifyLost(context);
  const { creating } = store.get().choices;
  if (creating === null || store.get().creation !== null) return;
  await followAgain(context, creating);
}

/** An older or newer version of the product stored it: Azure continues, and nothing here follows it. */
function notifyLost({ store, ports }: WizardContext): void {
  store.set({ lostCreation: false });
  ports.notify(ports.say('create.lost'), ports.say('create.toast.show'), () => ports.reveal());
}

/** Follows a creation that Azure went on with, by the plan it was begun with; of one that is gone that is said. */
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
