import { valueOr } from '../../../core/known';
import { AzureFailure } from '../../../azure/failure';
import { findRequirement } from '../../../requirements/requirements';
import { sources } from '../../../requirements/sources';
import { hubOf, pickedWorkspace } from '../selection';
import type { WizardContext } from '../context';
import type { WizardPorts } from '../ports';
import { loadedValue } from '../state';
import { readSubscriptions, loadWorkspaces, start } from './connect';
import { chooseNewNetwork } from './choose-new-network';
import { chooseWorkspace, loadIdentities } from './choose-workspace';
import { openExplanation } from './explain-error';
import { nextSteps } from './next-steps';
import { lead } from './open-section';
import { loadNetworks } from './read-networks';
import { readTargets } from './read-targets';

const privateEndpointGuide =
  'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link';

/** Chooses the hub of the selected project. */
async function chooseHub(context: WizardContext): Promise<void> {
  const state = context.store.get();
  const project = pickedWorkspace(state);
  const hub = project && hubOf(state, project);
  if (!hub) throw new AzureFailure('notFound');
  await chooseWorkspace(context, hub.id);
}

const signInTo = 'signInTo:';

/** Signs in to a tenant. Allows only tenants that Azure itself returned. */
async function signInToTenant(context: WizardContext, tenant: string): Promise<void> {
  const { store, ports } = context;
  const isKnown =
    store.get().tenants.some((one) => one.id === tenant) ||
    store.get().signedOut?.details.tenant?.id === tenant;
  if (!isKnown) throw new AzureFailure('notFound');
  await signInAgain(ports, { tenant });
}

/** Actions by the ID of a link or button. An action on what the page shows, without naming it, has its own call. */
export const actions: Readonly<Record<string, (context: WizardContext) => Promise<void> | void>> = {
  signIn,
  signInAgain: ({ ports }) => signInAgain(ports, { again: true }),
  cancelSignIn: ({ store }) => store.set({ signingIn: 'none' }),
  useSample: ({ ports }) => ports.changeAccount('sample'),
  renewSample: ({ ports }) => ports.renewSample(),
  chooseAccount: ({ ports }) => ports.choose('account'),
  chooseCloud: ({ ports }) => ports.choose('cloud'),
  chooseOrganization: ({ ports }) => ports.choose('organization'),
  chooseSubscriptions: ({ ports }) => ports.choose('subscriptions'),
  chooseHub,
  chooseSubscription: (context) => lead(context, 'workspace'),
  proposeNetwork: chooseNewNetwork,
  manageTrust: ({ ports }) => ports.manageTrust(),
  howToPrivateEndpoint: ({ ports }) => ports.open(privateEndpointGuide),
  howChecksWork: ({ ports }) => ports.openCheck('about'),
  checkFiles: ({ ports }) => ports.checkFiles(),
  openFolder: ({ ports }) => ports.openFolder(),
  explainError: openExplanation,
  readSubscriptions: (context) =>
    context.store.get().connection.is === 'ready' ? readSubscriptions(context, 'again') : start(context),
  readWorkspaces: (context) => below(context, 'subscription', loadWorkspaces),
  readNetworks: (context) => loadNetworks(context, 'again'),
  readTargets: (context) => readTargets(context, 'again'),
  readIdentities: (context) => below(context, 'subscription', loadIdentities),
  readSizes: (context) =>
    below(context, 'workspace', (_, id) =>
      chooseWorkspace(context, id, context.store.get().choices.recommended.workspace),
    ),
  ...nextSteps,
};

/** Runs a link or button of a list's note. Throws on an ID that wasn't offered. */
export async function act(context: WizardContext, id: string): Promise<void> {
  if (id.startsWith(signInTo)) return signInToTenant(context, id.slice(signInTo.length));
  const action = Object.hasOwn(actions, id) ? actions[id] : undefined;
  if (!action) throw new AzureFailure('badRequest');
  await action(context);
}

/** Reads a list again, unless its subscription or workspace is no longer chosen. */
async function below(
  context: WizardContext,
  of: 'subscription' | 'workspace',
  read: (context: WizardContext, id: string, how: 'again') => Promise<void>,
): Promise<void> {
  const id = context.store.get().choices[of];
  if (id !== null) await read(context, id, 'again');
}

async function signInAgain(ports: WizardPorts, options: Parameters<WizardPorts['signIn']>[0]): Promise<void> {
  try {
    await ports.signIn(options);
  } catch (error) {
    throw new AzureFailure('cancelled', {}, error);
  }
}

/** Signs in from the first page. VS Code itself shows why a sign-in failed, and canceling isn't an error. */
async function signIn({ store, ports }: WizardContext): Promise<void> {
  store.set({ signingIn: 'under-way' });
  try {
    await ports.changeAccount('microsoft');
    store.set({ signingIn: 'none' });
  } catch (error) {
    // After a cancellation, the state is already reset.
    if (store.get().signingIn === 'under-way') store.set({ signingIn: 'failed' });
    throw new AzureFailure('cancelled', {}, error);
  }
}

/**
 * Opens a link of Readiness: `check:{id}`, `source:{url}` of a known source, `portal:{ARM id}` of a resource that was
 * read, `section:network`.
 */
export async function openLink(context: WizardContext, link: string): Promise<void> {
  const colon = link.indexOf(':');
  const target = link.slice(colon + 1);
  switch (link.slice(0, colon)) {
    case 'check':
      if (findRequirement(target)) return context.ports.openCheck(target);
      break;
    case 'source':
      if (Object.values(sources).some((one) => one.url === target)) return context.ports.open(target);
      break;
    case 'section':
      if (target === 'network') return lead(context, 'network');
      break;
    case 'portal':
      if (isOffered(context, target)) return context.ports.openInPortal(target);
      break;
  }
  throw new AzureFailure('badRequest');
}

/**
 * Checks whether rows can link to a resource: NSGs, route tables, firewalls, and the rule collection groups of firewall
 * policies.
 */
function isOffered(context: WizardContext, id: string): boolean {
  const model = loadedValue(context.store.get().networks);
  const firewalls = (model?.firewalls ?? []).flatMap((firewall) => {
    const groups = valueOr(firewall.policies, []).flatMap((policy) => valueOr(policy.groups, []));
    return [firewall, ...groups];
  });
  return [...(model?.securityGroups ?? []), ...(model?.routeTables ?? []), ...firewalls].some(
    (one) => one.id === id,
  );
}
