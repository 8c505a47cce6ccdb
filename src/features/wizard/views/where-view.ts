import type { Connection, WorkspaceSummary } from '../../../azure/ports';
import type { PlanView, WorkspaceRow } from '../../../contract/wizard/plan';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { chosenSubscription, holdsComputes, hubOf, pickedWorkspace } from '../chosen';
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
      rows: (loadedValue(state.workspaces) ?? []).map((one) => workspaceRow(say, state, one)),
    },
    workspace: pickedWorkspace(state)?.id ?? null,
    note: noComputesHere(say, state),
  };
}

function noSubscriptionText(say: Say, connection: Connection | undefined): string {
  const account = connection?.account ?? null;
  return account === null ? say('where.noSubscriptionSample') : say('where.noSubscription', { account });
}

function workspaceRow(say: Say, state: WizardState, workspace: WorkspaceSummary): WorkspaceRow {
  const region = workspace.location.known ? wordRegion(workspace.location.value) : say('where.notReadable');
  const link = privateLinkText(say, workspace);
  const network = networkText(say, state, workspace);
  const { id, name, resourceGroup } = workspace;
  const kind = kindText(say, workspace);
  const spoken = say('where.workspaceSpoken', {
    name: kind === null ? name : `${name}, ${kind}`,
    group: resourceGroup,
    region,
    link,
    network,
  });
  return { id, name, resourceGroup, region, privateLink: link, network, kind, spoken };
}

/** What the workspace is, where it is no plain one. */
export function kindText(say: Say, { kind }: WorkspaceSummary): string | null {
  return kind === 'workspace' ? null : say(`where.kind.${kind}`);
}

function noComputesHere(say: Say, state: WizardState): PlanView['where']['note'] {
  const picked = pickedWorkspace(state);
  if (!picked || holdsComputes(picked)) return null;
  const { name } = picked;
  if (picked.kind === 'feature-store') return { text: say('where.featureStore', { name }), action: null };
  if (picked.hubId === null) return { text: say('where.projectHubNotReadable', { name }), action: null };
  const hub = nameOf(picked.hubId);
  const text = say('where.project', { name, hub });
  return hubOf(state, picked)
    ? { text, action: { id: 'chooseHub', label: say('action.chooseHub', { hub }) } }
    : { text, action: null };
}

function privateLinkText(say: Say, workspace: WorkspaceSummary): string {
  if (!workspace.hasPrivateEndpoint.known) return say('where.notReadable');
  return say(workspace.hasPrivateEndpoint.value ? 'where.yes' : 'where.no');
}

/** A project has no network of its own. */
function networkText(say: Say, state: WizardState, workspace: WorkspaceSummary): string {
  if (workspace.kind === 'project') {
    const hub = hubOf(state, workspace);
    if (!hub) return say('where.networkOfHub');
    return networkText(say, state, { ...hub, kind: 'hub' });
  }
  if (!workspace.managedNetwork.known) return say('where.notReadable');
  const words = {
    disabled: 'where.networkOwn',
    'allow-internet-outbound': 'where.networkManagedOpen',
    'allow-only-approved-outbound': 'where.networkManagedClosed',
  } as const;
  return say(words[workspace.managedNetwork.value]);
}
