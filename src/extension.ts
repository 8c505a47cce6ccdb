import * as vscode from 'vscode';
import { AzureFailure } from './azure/failure';
import type { TagCatalog } from './core/tags/tag-catalog';
import type { Cloud } from './core/network/model';
import { activateSandboxFaults, type FaultInjectionPort } from './features/sandbox-faults';
import { activateAccount } from './features/account';
import { activateAgents } from './features/agents';
import { activateDiagnostics } from './features/diagnostics';
import { activateSampleStatus } from './features/sample-status';
import { activateTrees } from './features/trees';
import { activateWizard } from './features/wizard';
import type { AzureStore } from './azure-store/azure-store';
import type { AzureConnection } from './azure/ports';
import type { SignInTarget } from './azure/sign-in/sign-in-target';
import { after } from './platform/after';
import { createConfirmations } from './platform/confirmations';
import { createAccount, type Account } from './platform/account';
import { placeKey } from './platform/account-settings';
import { provideCheckPages } from './platform/check-page';
import { editorMessages } from './platform/editor-language';
import { filesOfWindows } from './platform/files-of-windows';
import { openedByLaunch } from './platform/launch';
import type { Log } from './platform/log';
import { createMilestones } from './platform/milestones';
import { outputLog } from './platform/output-log';
import { connectionString, createTelemetry } from './platform/telemetry';
import { readNamedTags } from './platform/service-tag-setting';
import { readShippedTags } from './platform/shipped-tags';
import { showMessage } from './platform/window';
import { createSubscriptionFilter } from './platform/subscription-filter';
import { createWatchedSubnets } from './platform/watched-subnets';

/** Joins the parts; everything heavy is loaded when first used. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { extensionUri } = context;
  const { say, loadAll } = await editorMessages();
  const channel = vscode.window.createOutputChannel('Secured AML Compute', { log: true });
  const log = outputLog(channel);
  const telemetry = createTelemetry(connectionString, log);
  let faults: FaultInjectionPort | undefined;
  const account = createAccount<AzureConnection, SignInTarget>({
    sample: async () => {
      const sample = await connectSample(context, log);
      faults = sample.faults;
      return sample.connection;
    },
    forgetSample: () => Promise.resolve(context.workspaceState.update(sampleJournal, undefined)),
    target: async (place, confirm) =>
      (await import('./azure/sign-in/connect-account')).findSignInTarget(place, confirm),
    azure: async (target, by) =>
      (await import('./azure/sign-in/connect-account')).connectInEditor(target, by, log),
    signedOut: () => new AzureFailure('signedOut', { signIn: 'none' }),
    memory: context.globalState,
  });
  const filter = createSubscriptionFilter(context.globalState);
  const shippedTags = (cloud: Cloud): Promise<TagCatalog> =>
    loadTags(extensionUri, cloud, (file) => {
      showMessage('warning', say('account.tagsUnreadable', { file }));
    });
  const store = lazyStore({ account, shippedTags, log });
  const reached = createMilestones({ setContext, memory: context.globalState });
  const confirmations = createConfirmations({ files: filesOfWindows(context, 'confirmed'), placeKey, log });
  const shared = { say, whole: loadAll, extensionUri, log, account, filter, shippedTags };
  context.subscriptions.push(
    channel,
    telemetry,
    account,
    store,
    filter,
    provideCheckPages(extensionUri, say),
    activateAgents({ ...shared, extension: context.extension, store: store.open, reached }),
    activateSampleStatus({ say, isSample: () => account.isSample(), onChange: account.onChange }),
    activateSandboxFaults({
      say,
      control: async () => {
        if (!account.isSample()) return undefined;
        await account.connect();
        return faults;
      },
    }),
    activateDiagnostics({ ...shared, memento: context.workspaceState, remembered: context.globalState }),
    activateAccount({ say, log, account, filter }),
    activateWizard({ ...shared, context, telemetry, store: store.open, reached, confirmations }),
    activateTrees({
      ...shared,
      store: store.open,
      reached,
      confirmations,
      watched: createWatchedSubnets({ files: filesOfWindows(context, 'watched'), placeKey, log }),
    }),
  );
  if (openedByLaunch(process.env)) void vscode.commands.executeCommand('amlSecureCompute.wizard.open');
}

function setContext(key: string): void {
  void vscode.commands.executeCommand('setContext', key, true);
}

interface StoreSetup {
  readonly account: Account<AzureConnection>;
  readonly shippedTags: (cloud: Cloud) => Promise<TagCatalog>;
  readonly log: Log;
}

/** Returns the store of this window, loaded when a surface first reads. Another account clears it. */
function lazyStore({ account, shippedTags, log }: StoreSetup) {
  let opened: Promise<AzureStore> | undefined;
  const open = async (): Promise<AzureStore> => {
    const { createAzureStore } = await import('./azure-store/azure-store');
    return createAzureStore({
      connect: () => account.connect(),
      shippedTags,
      log,
      now: () => new Date(),
      after,
    });
  };
  const clearing = account.onChange(() => void opened?.then((store) => store.clear()));
  return {
    open: () => (opened ??= open()),
    dispose() {
      clearing.dispose();
      void opened?.then((store) => store.dispose());
    },
  };
}

async function loadTags(
  extensionUri: vscode.Uri,
  cloud: Cloud,
  warnUnreadable: (file: string) => void,
): Promise<TagCatalog> {
  const [{ preferredTags }, file, named] = await Promise.all([
    import('./azure/network/preferred-tags'),
    readShippedTags(extensionUri, cloud),
    readNamedTags(),
  ]);
  const shipped = file as Parameters<typeof preferredTags>[0];
  const { tags, isUnreadable } = preferredTags(shipped, named, { cloud, today: new Date().toISOString() });
  if (isUnreadable) warnUnreadable(named?.name ?? '');
  return tags;
}

/** Key of the sample's changes in the stored state, so that a new window has them too. */
const sampleJournal = 'sample.journal';

/** Returns the sample subscription: the real SDK clients over an embedded Azure, no socket. */
async function connectSample(
  { extensionUri, workspaceState }: vscode.ExtensionContext,
  log: Log,
): Promise<{ readonly connection: AzureConnection; readonly faults: FaultInjectionPort }> {
  const [{ createSampleAzure }, { createFaultControl }, { anna }, { connectAzure }, tags] = await Promise.all(
    [
      import('./sandbox/sample/create-sample-azure'),
      import('./sandbox/sample/fault-control'),
      import('./sandbox/sample/names'),
      import('./azure/connect'),
      readShippedTags(extensionUri, 'public'),
    ],
  );
  const sample = createSampleAzure({
    tags: tags as Parameters<typeof createSampleAzure>[0]['tags'],
    pace: 'lifelike',
    large: vscode.workspace.getConfiguration('amlSecureCompute').get('sample.large') === true,
    journal: {
      read: () => workspaceState.get(sampleJournal),
      keep: (journal) => void workspaceState.update(sampleJournal, journal),
    },
  });
  const azure = connectAzure({ credential: sample.credential, httpClient: sample.httpClient, log });
  const connection: AzureConnection = {
    azure,
    cloud: 'public',
    sample: true,
    account: null,
    userName: anna.client,
  };
  return { connection, faults: createFaultControl(sample) };
}
