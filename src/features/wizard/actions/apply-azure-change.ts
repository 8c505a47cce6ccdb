import { sameId } from '../../../core/network/find';
import type { AzureChange } from '../../../platform/azure-changes';
import { chosenWorkspace, subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import { loadComputeResources, loadOtherWorkspacesCompute, readQuotas } from './choose-workspace';
import { readSubnet } from './read-networks';

/**
 * Another door changed a compute: names, cores and addresses may be free again, or taken. What else is told of was
 * changed by the wizard itself.
 */
export async function takeChange(context: WizardContext, change: AzureChange): Promise<void> {
  const state = context.store.get();
  const workspace = chosenWorkspace(state);
  if (change.is !== 'computes' || !workspace) return;
  const subnet = subnetChoice(state);
  await Promise.all([
    ...(sameId(workspace.id, change.workspaceId)
      ? [loadComputeResources(context, workspace.id, (before) => before), readQuotas(context, 'again')]
      : [loadOtherWorkspacesCompute(context, workspace.id)]),
    ...(subnet === null ? [] : [readSubnet(context, subnet)]),
  ]);
}
