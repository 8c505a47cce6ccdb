import type { Connection, WorkspaceSummary } from '../../../azure/ports';
import type { PlanView, WorkspaceRow } from '../../../contract/wizard/plan';
import type { Say } from '../../../messages/say';
import { chosenSubscription, chosenWorkspace } from '../chosen';
import { loadedValue, type WizardState } from '../state';
import { listState } from './list-state';
import { wordRegion } from './region-words';

/** Subscriptions and workspaces to choose from. */
export function whereView(say: Say, state: WizardState): PlanView['where'] {
  const connection = loadedValue(state.connection);
  const subscriptions =
    state.connection.is === 'ready' ? state.subscriptions : { ...state.connection, value: [] };
  return {
    subscriptions: {
      state: listState(say, subscriptions, {
        text: noSubscriptionText(say, connection),
        actions: [{ id: 'signIn', label: say('action.signIn') }],
        retry: 'readSubscriptions',
      }),
      rows: (loadedValue(state.subscriptions) ?? []).map(({ id, name }) => ({ id, name })),
    },
    subscription: chosenSubscription(state)?.id ?? null,
    workspaces: {
      state: listState(say, state.workspaces, {
        text: say('where.noWorkspace'),
        actions: [],
        retry: 'readWorkspaces',
      }),
      rows: (loadedValue(state.workspaces) ?? []).map((one) => workspaceRow(say, one)),
    },
    workspace: chosenWorkspace(state)?.id ?? null,
  };
}

function noSubscriptionText(say: Say, connection: Connection | undefined): string {
  const account = connection?.account ?? null;
  return account === null ? say('where.noSubscriptionSample') : say('where.noSubscription', { account });
}

function workspaceRow(say: Say, workspace: WorkspaceSummary): WorkspaceRow {
  const region = workspace.location.known ? wordRegion(workspace.location.value) : say('where.notReadable');
  const link = privateLinkText(say, workspace);
  const network = networkText(say, workspace);
  const { id, name, resourceGroup } = workspace;
  const spoken = say('where.workspaceSpoken', { name, group: resourceGroup, region, link, network });
  return { id, name, resourceGroup, region, privateLink: link, network, spoken };
}

function privateLinkText(say: Say, workspace: WorkspaceSummary): string {
  if (!workspace.hasPrivateEndpoint.known) return say('where.notReadable');
  return say(workspace.hasPrivateEndpoint.value ? 'where.yes' : 'where.no');
}

function networkText(say: Say, workspace: WorkspaceSummary): string {
  if (!workspace.managedNetwork.known) return say('where.notReadable');
  const words = {
    disabled: 'where.networkOwn',
    'allow-internet-outbound': 'where.networkManagedOpen',
    'allow-only-approved-outbound': 'where.networkManagedClosed',
  } as const;
  return say(words[workspace.managedNetwork.value]);
}
