import { AzureFailure } from '../../../azure/failure';
import { studioUrl } from '../../../core/azure-facts/studio-url';
import { jobSnippets } from '../job-snippets';
import { chosenSubscription } from '../selection';
import type { WizardContext } from '../context';
import { cloudOf } from '../derived-plan';
import { loadedValue } from '../state';

/** Shows the compute resource in the side bar. */
export async function showInCompute({ store, ports }: WizardContext): Promise<void> {
  const { creation } = store.get();
  if (!creation) return;
  const { workspaceId, name } = creation.plan;
  await ports.showInCompute({ workspaceId, name });
}

/** Copies code that uses the compute resource. @throws `notFound` until it is ready */
export async function copySnippet({ store, ports }: WizardContext, id: string): Promise<void> {
  const { creation } = store.get();
  const found = creation && jobSnippets(ports.say, creation).find((one) => one.id === id);
  if (!found) throw new AzureFailure('notFound');
  await ports.copy(found.text);
}

/** Opens the compute resource's page in the studio. The sample doesn't have one. */
export async function openInStudio({ store, ports }: WizardContext): Promise<void> {
  const state = store.get();
  const { creation } = state;
  if (!creation || loadedValue(state.connection)?.sample !== false) throw new AzureFailure('badRequest');
  const { workspaceId, name } = creation.plan;
  const tenantId = chosenSubscription(state)?.tenantId ?? '';
  await ports.open(studioUrl({ cloud: cloudOf(state), workspaceId, tenantId, compute: name }));
}
