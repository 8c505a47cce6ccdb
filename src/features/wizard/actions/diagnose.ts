import { AzureFailure } from '../../../azure/failure';
import { sameId } from '../../../core/network/find';
import { chosenWorkspace } from '../chosen';
import type { WizardContext } from '../context';
import { evaluate } from '../evaluate';
import { rejudgeChosenRow } from '../renew-rows';
import { connectedAzure } from './connected';
import { closeFix } from './preview-fix';

/**
 * Asks Azure for its own diagnosis of the chosen workspace, once the person wants it, and opens the page that shows it next
 * to the results. Its list of hosts counts from then on.
 */
export async function diagnose(context: WizardContext): Promise<void> {
  const { store, loads, clock } = context;
  const workspace = chosenWorkspace(store.get());
  if (!workspace) throw new AzureFailure('notFound');
  await closeFix(context);
  store.set({ report: { is: 'diagnosis' } });
  const value = await loads.run(
    'diagnosis',
    (stop) => connectedAzure(context).read.diagnosis(workspace.id, stop),
    (diagnosing) => store.set({ diagnosing }),
  );
  const chosen = chosenWorkspace(store.get());
  if (!value || !chosen || !sameId(chosen.id, workspace.id)) return;
  store.set({ diagnosis: { workspaceId: workspace.id, value, readAt: clock.now().toISOString() } });
  evaluate(context);
  rejudgeChosenRow(context);
}
