import * as vscode from 'vscode';
import { readPlace, readSource, type AzurePlace } from './account-settings';
import { cacheOne } from './cache-one';
import {
  microsoftSession,
  type MicrosoftSession,
  type SessionCredential,
  type SignInOptions,
} from './microsoft-session';
import { isSetTo, letSignInTo, authenticationProvider, signsInTo, type SignInPlace } from './sovereign-cloud';

type Person = vscode.AuthenticationSessionAccountInformation;

/** The Microsoft account of the configured cloud. */
export interface MicrosoftAccount<T> extends vscode.Disposable {
  /** Rejects with `signedOut` if no account is signed in. */
  signedIn(target: T): Promise<{ readonly credential: SessionCredential; readonly name: string }>;
  signIn(options: SignInOptions): Promise<void>;
  current(): Promise<Person | undefined>;
  /** Returns the accounts that VS Code knows. */
  known(): Promise<readonly Person[]>;
  choose(person: Person): Promise<void>;
}

export interface MicrosoftSetup<T extends SignInPlace> {
  readonly target: (place: AzurePlace) => Promise<T>;
  readonly signedOut: () => Error;
  readonly memory: vscode.Memento;
  /** Called when another account, or no account, is signed in. */
  readonly onAnother: () => void;
}

const chosenKey = 'account.chosen';

export function createMicrosoftAccount<T extends SignInPlace>(setup: MicrosoftSetup<T>): MicrosoftAccount<T> {
  const { target, signedOut, memory, onAnother } = setup;
  const sessions = cacheOne<MicrosoftSession>();
  let session: MicrosoftSession | undefined;
  let lastSeen: string | undefined;

  function sessionOf({ scopes }: T): MicrosoftSession {
    const provider = authenticationProvider(readPlace().cloud);
    const chosen = (): Person | undefined => memory.get(chosenKey);
    session = sessions.get(JSON.stringify([readPlace(), scopes]), () =>
      microsoftSession({ provider, scopes, chosen }),
    );
    return session;
  }

  /**
   * Handles VS Code's event, which also fires for every renewed token. Only another account, or no account, is relevant
   * for connections.
   */
  async function onSessions({ provider }: vscode.AuthenticationSessionsChangeEvent): Promise<void> {
    if (
      !session ||
      readSource() !== 'microsoft' ||
      provider.id !== authenticationProvider(readPlace().cloud)
    ) {
      return;
    }
    const who = await session.current();
    if (lastSeen === who?.id) return;
    lastSeen = who?.id;
    onAnother();
  }

  const listening = vscode.authentication.onDidChangeSessions((event) => void onSessions(event));
  return {
    async signedIn(where) {
      const { current, credential } = sessionOf(where);
      const who = signsInTo(readPlace().cloud, where) ? await current() : undefined;
      lastSeen = who?.id;
      if (!who) throw signedOut();
      return { credential, name: who.label };
    },
    async signIn(options) {
      const where = await target(readPlace());
      if (!(await letSignInTo(readPlace().cloud, where))) throw signedOut();
      const who = await sessionOf(where).signIn(options);
      lastSeen = who.id;
      if (options.another === true) await memory.update(chosenKey, who);
    },
    async current() {
      const where = await target(readPlace());
      return signsInTo(readPlace().cloud, where) ? sessionOf(where).current() : undefined;
    },
    async known() {
      const { cloud } = readPlace();
      return isSetTo(cloud) ? vscode.authentication.getAccounts(authenticationProvider(cloud)) : [];
    },
    choose: async (person) => {
      await memory.update(chosenKey, person);
    },
    dispose: () => void listening.dispose(),
  };
}
