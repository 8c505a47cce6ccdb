import * as vscode from 'vscode';
import {
  onAccountSettings,
  readPlace,
  readSource,
  writePlace,
  writeSource,
  type AccountSource,
  type AzurePlace,
} from './account-settings';
import { cacheOne } from './cache-one';
import { createMicrosoftAccount } from './microsoft-account';
import type { SessionCredential, SignInOptions } from './microsoft-session';
import { createSignInHosts, type SignInHosts } from './sign-in-hosts';
import type { SignInPlace } from './sovereign-cloud';

/** The connection to Azure: an account, or the sample subscription, which doesn't need one. */
export interface Account<C> extends vscode.Disposable {
  /**
   * Returns the connection. It stays the same until the account changes. Rejects with `signedOut` if no account is
   * signed in.
   */
  connect(): Promise<C>;
  /** Signs in if the source requires it, then switches to it. */
  change(to: AccountSource, options?: SignInOptions): Promise<void>;
  /** Signs in with the current source. If another program does that, it only reconnects to Azure. */
  signIn(options: SignInOptions): Promise<void>;
  /** Returns the signed-in Microsoft account; undefined if there is none. */
  current(): Promise<vscode.AuthenticationSessionAccountInformation | undefined>;
  /** Returns the Microsoft accounts that VS Code knows. */
  known(): Promise<readonly vscode.AuthenticationSessionAccountInformation[]>;
  /** Switches to one of them. */
  use(account: vscode.AuthenticationSessionAccountInformation): Promise<void>;
  changePlace(to: AzurePlace): Promise<void>;
  /** Resets the sample, without the changes that were applied to it. */
  renewSample(): Promise<void>;
  portalUrl(resourceId: string): string;
  source(): AccountSource;
  place(): AzurePlace;
  isSample(): boolean;
  /** Fired when the account, source, or cloud changes. Earlier data must no longer be shown. */
  readonly onChange: vscode.Event<void>;
}

/** Connection parameters of the sources other than the sample. */
type ConnectBy =
  | { readonly source: 'microsoft'; readonly credential: SessionCredential; readonly name: string }
  | { readonly source: 'azureCli' | 'default' };

export interface Connectors<C, T extends SignInPlace> {
  readonly sample: () => Promise<C>;
  /** Discards the changes in the sample. */
  readonly forgetSample: () => Promise<void>;
  /**
   * Returns the sign-in target of a place. For a custom endpoint, the endpoint itself provides it, and `confirm` is
   * called for the sign-in host that it names.
   */
  readonly target: (place: AzurePlace, confirm: SignInHosts['isAllowed']) => Promise<T>;
  readonly azure: (target: T, by: ConnectBy) => Promise<C>;
  readonly signedOut: () => Error;
  /** Stores the chosen Microsoft account and the allowed sign-in hosts. */
  readonly memory: vscode.Memento;
}

/** Returns the connection parameters of a source. `signedIn` is used only for a Microsoft account. */
async function connectBy(
  source: AccountSource,
  signedIn: () => Promise<{ readonly credential: SessionCredential; readonly name: string }>,
): Promise<ConnectBy> {
  return source === 'azureCli' || source === 'default'
    ? { source }
    : { source: 'microsoft', ...(await signedIn()) };
}

/** Creates the account from the application's settings: no workspace can change where tokens are sent. */
export function createAccount<C, T extends SignInPlace>(connectors: Connectors<C, T>): Account<C> {
  const changed = new vscode.EventEmitter<void>();
  const notify = (): void => changed.fire();
  const hosts = createSignInHosts(connectors.memory);
  const targetOf = (place: AzurePlace): Promise<T> => connectors.target(place, hosts.isAllowed);
  const microsoft = createMicrosoftAccount({ ...connectors, target: targetOf, onAnother: notify });
  const connections = cacheOne<Promise<C>>();
  const sample = cacheOne<Promise<C>>();
  let portal = 'https://portal.azure.com';

  async function connectAzure(): Promise<C> {
    const place = readPlace();
    const source = readSource();
    const target = await targetOf(place);
    const by = await connectBy(source, () => microsoft.signedIn(target));
    const name = by.source === 'microsoft' ? by.name : '';
    const connection = await connections.get(JSON.stringify([place, source, name]), () =>
      connectors.azure(target, by),
    );
    portal = target.portal;
    return connection;
  }

  /** Switches the source. A setting that doesn't change doesn't fire an event, so it is fired here. */
  async function useSource(source: AccountSource): Promise<void> {
    connections.forget();
    const isSame = readSource() === source;
    await writeSource(source);
    if (isSame) notify();
  }

  const listening = vscode.Disposable.from(changed, microsoft, onAccountSettings(notify));
  return {
    connect: () => (readSource() === 'sample' ? sample.get('sample', connectors.sample) : connectAzure()),
    async change(to, options = {}) {
      hosts.forgetRefusals();
      if (to === 'microsoft') await microsoft.signIn(options);
      await useSource(to);
    },
    async signIn(options) {
      hosts.forgetRefusals();
      if (readSource() === 'microsoft') await microsoft.signIn(options);
      connections.forget();
      notify();
    },
    current: () => microsoft.current(),
    known: () => microsoft.known(),
    async use(who) {
      await microsoft.choose(who);
      await useSource('microsoft');
    },
    changePlace: writePlace,
    async renewSample() {
      sample.forget();
      await connectors.forgetSample();
    },
    portalUrl: (id) => `${portal}/#resource${encodeURI(id)}`,
    source: readSource,
    place: readPlace,
    isSample: () => readSource() === 'sample',
    onChange: changed.event,
    dispose: () => void listening.dispose(),
  };
}
