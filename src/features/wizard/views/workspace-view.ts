import type { TenantSummary, WorkspaceSummary } from '../../../azure/ports';
import type { PlanView, WorkspaceRow } from '../../../contract/wizard/plan';
import type { Action, Note } from '../../../contract/wizard/shared-schemas';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { signInAction } from '../../../wording/sign-in-text';
import {
  chosenSubscription,
  supportsCompute,
  hubOf,
  pickedWorkspace,
  shownSubscriptions,
} from '../selection';
import { formatFailure } from '../failures';
import { formatRowOutcome } from '../row-outcomes';
import { loadedValue, loading, type WizardState } from '../state';
import { chooseAccountAction, chooseSubscriptionAction, listStateOf, type ListText } from './list-state';
import { recommendedWorkspace } from './recommendation-view';
import { formatRegion } from '../../../wording/region-text';

/** Returns the subscriptions and workspaces to choose from. */
export function workspaceView(say: Say, state: WizardState): PlanView['workspace'] {
  const { connection } = state;
  const known = connection.is === 'ready' ? shownList(state) : { ...connection, value: [] };
  // Nothing waits for the user: the connection, and then the list, follow by themselves.
  const subscriptions = known.is === 'waiting' ? loading : known;
  return {
    subscriptions: {
      state: listStateOf(say, subscriptions, {
        ...noSubscription(say, state),
        retry: 'readSubscriptions',
        forbidden: { text: say('workspace.noSubscriptionRight'), actions: [chooseAccountAction(say)] },
      }),
      rows: shownSubscriptions(state).map(({ id, name }) => ({ id, name })),
      note: subscriptionsNote(say, state),
    },
    subscription: chosenSubscription(state)?.id ?? null,
    workspaces: {
      state: listStateOf(say, state.workspaces, {
        text: say('workspace.noWorkspace'),
        actions: [chooseSubscriptionAction(say)],
        retry: 'readWorkspaces',
        forbidden: {
          text: say('workspace.noWorkspaceRight', { scope: chosenSubscription(state)?.name ?? '' }),
          actions: [chooseAccountAction(say)],
        },
      }),
      rows: (loadedValue(state.workspaces) ?? []).map((one) => workspaceRow(say, state, one)),
    },
    workspace: pickedWorkspace(state)?.id ?? null,
    recommended: recommendedWorkspace(say, state),
    note: noComputeResourcesHere(say, state),
  };
}

/** Returns the list as shown. It's empty if all rows are hidden. */
function shownList(state: WizardState): WizardState['subscriptions'] {
  const { subscriptions } = state;
  return subscriptions.is === 'ready'
    ? { ...subscriptions, value: shownSubscriptions(state) }
    : subscriptions;
}

/** Returns why there is no subscription, with an action. */
function noSubscription(say: Say, state: WizardState): Pick<ListText, 'text' | 'actions'> {
  const all = loadedValue(state.subscriptions) ?? [];
  const account = loadedValue(state.connection)?.account ?? null;
  const refused = signedOutTenants(state)[0]?.refused;
  if (all.length > 0) return { text: say('workspace.allHidden', { n: all.length }), actions: [choose(say)] };
  if (refused) return { text: formatFailure(say, refused), actions: [signInAction(say, refused)] };
  if (account === null) {
    return {
      text: say('workspace.noSubscriptionSample'),
      actions: [{ id: 'signIn', label: say('action.signIn') }],
    };
  }
  return {
    text: say('workspace.noSubscription', { account }),
    actions: [chooseAccountAction(say)],
  };
}

const choose = (say: Say): Action => ({
  id: 'chooseSubscriptions',
  label: say('action.chooseSubscriptions'),
});

/** Returns the organizations that require a separate sign-in. */
function signedOutTenants(state: WizardState): readonly TenantSummary[] {
  return state.tenants.filter((one) => one.refused?.code === 'signedOut');
}

/** Returns a note about subscriptions that aren't listed, with an action to show them. */
function subscriptionsNote(say: Say, state: WizardState): Note | null {
  const shown = shownSubscriptions(state).length;
  const all = loadedValue(state.subscriptions)?.length ?? 0;
  if (shown === 0) return null;
  const [first, second] = signedOutTenants(state);
  if (first?.refused && !second) {
    return {
      text: say('workspace.oneMore', { tenant: first.name }),
      action: signInAction(say, first.refused),
    };
  }
  if (second) {
    return {
      text: say('workspace.severalMore', { n: signedOutTenants(state).length }),
      action: choosing(say),
    };
  }
  if (shown === all) return null;
  return {
    text: say('workspace.filtered', { n: shown, all }),
    action: { id: 'chooseSubscriptions', label: say('action.change') },
  };
}

const choosing = (say: Say): Action => ({
  id: 'chooseOrganization',
  label: say('action.chooseOrganization'),
});

function workspaceRow(say: Say, state: WizardState, workspace: WorkspaceSummary): WorkspaceRow {
  const region = workspace.location.known
    ? formatRegion(workspace.location.value)
    : say('workspace.notReadable');
  const link = privateLinkText(say, workspace);
  const network = networkText(say, state, workspace);
  const { id, name, resourceGroup } = workspace;
  const kind = kindText(say, workspace);
  const outcome = workspaceCell(say, state, workspace);
  const spoken = say('workspace.workspaceSpoken', {
    name: kind === null ? name : `${name}, ${kind}`,
    group: resourceGroup,
    region,
    link,
    network,
  });
  return { id, name, resourceGroup, region, privateLink: link, network, kind, outcome, spoken };
}

/** Returns how many of its subnets are ready, or its kind if subnets don't apply; null while that is computed. */
function workspaceCell(say: Say, state: WizardState, workspace: WorkspaceSummary): WorkspaceRow['outcome'] {
  const outcome = state.rows.workspace(workspace.id);
  if (workspace.kind === 'feature-store') return { icon: 'unfit', text: say('workspace.noCompute') };
  if (outcome === null) return { icon: 'info', text: networkText(say, state, workspace) };
  return formatRowOutcome(say, outcome);
}

/** Returns the kind of workspace; null for a plain one. */
export function kindText(say: Say, { kind }: WorkspaceSummary): string | null {
  return kind === 'workspace' ? null : say(`workspace.kind.${kind}`);
}

function noComputeResourcesHere(say: Say, state: WizardState): PlanView['workspace']['note'] {
  const picked = pickedWorkspace(state);
  if (!picked || supportsCompute(picked)) return null;
  const { name } = picked;
  if (picked.kind === 'feature-store') return { text: say('workspace.featureStore', { name }), action: null };
  if (picked.hubId === null) return { text: say('workspace.projectHubNotReadable', { name }), action: null };
  const hub = nameOf(picked.hubId);
  const text = say('workspace.project', { name, hub });
  return hubOf(state, picked)
    ? { text, action: { id: 'chooseHub', label: say('action.chooseHub', { hub }) } }
    : { text, action: null };
}

function privateLinkText(say: Say, workspace: WorkspaceSummary): string {
  if (!workspace.hasPrivateEndpoint.known) return say('workspace.notReadable');
  return say(workspace.hasPrivateEndpoint.value ? 'workspace.yes' : 'workspace.no');
}

/** Describes the network. A project uses that of its hub. */
function networkText(say: Say, state: WizardState, workspace: WorkspaceSummary): string {
  if (workspace.kind === 'project') {
    const hub = hubOf(state, workspace);
    if (!hub) return say('workspace.networkOfHub');
    return networkText(say, state, { ...hub, kind: 'hub' });
  }
  if (!workspace.managedNetwork.known) return say('workspace.notReadable');
  const words = {
    disabled: 'workspace.networkOwn',
    'allow-internet-outbound': 'workspace.networkManagedOpen',
    'allow-only-approved-outbound': 'workspace.networkManagedClosed',
  } as const;
  return say(words[workspace.managedNetwork.value]);
}
