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

/** Who one is to Azure: an account, or the sample subscription that needs none. */
export interface Account<C> extends vscode.Disposable {
  /** Rejects as `signedOut` says where nobody is signed in. The same connection until something of it changes. */
  connect(): Promise<C>;
  /** Signs in where the source asks for it, then takes it. */
  change(to: AccountSource, wish?: SignInOptions): Promise<void>;
  /** Signs in by the source that is taken; where another program does that, Azure is only connected to anew. */
  signIn(wish: SignInOptions): Promise<void>;
  /** The Microsoft account that one is signed in with; undefined where there is none. */
  current(): Promise<vscode.AuthenticationSessionAccountInformation | undefined>;
  /** Microsoft accounts that VS Code knows. */
  known(): Promise<readonly vscode.AuthenticationSessionAccountInformation[]>;
  /** Takes one of them. */
  use(account: vscode.AuthenticationSessionAccountInformation): Promise<void>;
  changePlace(to: AzurePlace): Promise<void>;
  /** The sample as it comes, without what was changed in it. */
  renewSample(): Promise<void>;
  portalUrl(resourceId: string): string;
  source(): AccountSource;
  place(): AzurePlace;
  isSample(): boolean;
  /** Another account, source or cloud: what was read is not to be shown any more. */
  readonly onChange: vscode.Event<void>;
}

/** How the sources other than the sample connect. */
type ConnectBy =
  | { readonly source: 'microsoft'; readonly credential: SessionCredential; readonly name: string }
  | { readonly source: 'azureCli' | 'default' };

export interface Connectors<C, T extends SignInPlace> {
  readonly sample: () => Promise<C>;
  /** Forgets what was changed in the sample. */
  readonly forgetSample: () => Promise<void>;
  /** What is true of a place; of one's own endpoint only it knows. `confirm` is asked of a sign-in host it names. */
  readonly target: (place: AzurePlace, confirm: SignInHosts['isAllowed']) => Promise<T>;
  readonly azure: (target: T, by: ConnectBy) => Promise<C>;
  readonly signedOut: () => Error;
  /** Remembers the chosen Microsoft account, and the allowed sign-in hosts. */
  readonly memory: vscode.Memento;
}

/** How the account of a source connects; `signedIn` is asked of a Microsoft account only. */
async function connectBy(
  source: AccountSource,
  signedIn: () => Promise<{ readonly credential: SessionCredential; readonly name: string }>,
): Promise<ConnectBy> {
  return source === 'azureCli' || source === 'default'
    ? { source }
    : { source: 'microsoft', ...(await signedIn()) };
}

/** The account by its settings, which are the application's: no workspace can change where tokens go. */
export function createAccount<C, T extends SignInPlace>(connectors: Connectors<C, T>): Account<C> {
  const changed = new vscode.EventEmitter<void>();
  const tell = (): void => changed.fire();
  const hosts = createSignInHosts(connectors.memory);
  const targetOf = (place: AzurePlace): Promise<T> => connectors.target(place, hosts.isAllowed);
  const microsoft = createMicrosoftAccount({ ...connectors, target: targetOf, onAnother: tell });
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

  /** A setting that stays as it was is no news to anybody, so that it is told here. */
  async function take(source: AccountSource): Promise<void> {
    connections.forget();
    const isSame = readSource() === source;
    await writeSource(source);
    if (isSame) tell();
  }

  const listening = vscode.Disposable.from(changed, microsoft, onAccountSettings(tell));
  return {
    connect: () => (readSource() === 'sample' ? sample.get('sample', connectors.sample) : connectAzure()),
    async change(to, wish = {}) {
      hosts.forgetRefusals();
      if (to === 'microsoft') await microsoft.signIn(wish);
      await take(to);
    },
    async signIn(wish) {
      hosts.forgetRefusals();
      if (readSource() === 'microsoft') await microsoft.signIn(wish);
      connections.forget();
      tell();
    },
    current: () => microsoft.current(),
    known: () => microsoft.known(),
    async use(who) {
      await microsoft.choose(who);
      await take('microsoft');
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
