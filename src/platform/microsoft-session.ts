import * as vscode from 'vscode';
import { editorSpeaker } from './editor-language';

interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** Same shape as the SDK's `TokenCredential`: asked anew for each request, so that we never keep a token. */
export interface SessionCredential {
  getToken(scopes: string | string[], options?: TokenOptions): Promise<AccessToken | null>;
}

interface TokenOptions {
  readonly tenantId?: string;
  /** What Azure wants of the token that it refused, as JSON. */
  readonly claims?: string;
}

/** How one signs in: anew though a session is there, as somebody else, to a tenant that asks for it by itself. */
export interface SignInOptions {
  readonly again?: boolean;
  readonly another?: boolean;
  readonly tenant?: string | undefined;
}

/** A Microsoft account as one of VS Code's providers has it. */
export interface MicrosoftSession {
  readonly credential: SessionCredential;
  /** Who is signed in; undefined where nobody is. Asks nobody anything. */
  current(): Promise<vscode.AuthenticationSessionAccountInformation | undefined>;
  /** Asks to sign in, in VS Code's own way. Rejects where the person gives up. */
  signIn(wish: SignInOptions): Promise<vscode.AuthenticationSessionAccountInformation>;
}

export interface SessionSetup {
  /** The provider that VS Code itself brings for the cloud. */
  readonly provider: string;
  /** What the cloud's resource manager asks for. */
  readonly scopes: readonly string[];
  /** The account that was chosen, where one was. */
  readonly chosen: () => vscode.AuthenticationSessionAccountInformation | undefined;
}

/** VS Code renews its session's token by itself; five minutes is when the SDK asks again. */
const askAgainAfter = 5 * 60 * 1000;

/** How VS Code's provider is told of a tenant other than the account's own. */
const inTenant = (tenant: string | undefined): string[] =>
  tenant === undefined ? [] : [`VSCODE_TENANT:${tenant}`];

export function microsoftSession({ provider, scopes, chosen }: SessionSetup): MicrosoftSession {
  /** Options for the chosen account; it is left out where none was, since VS Code then knows its own preference. */
  const asChosen = <T extends object>(
    options: T,
  ): T & { account?: vscode.AuthenticationSessionAccountInformation } => {
    const account = chosen();
    return account ? { ...options, account } : options;
  };
  const silently = (wanted: readonly string[]): Thenable<vscode.AuthenticationSession | undefined> =>
    vscode.authentication.getSession(provider, wanted, asChosen({ silent: true }));
  const again = async (wanted: readonly string[]): Promise<vscode.AuthenticationSession> => {
    const { say } = await editorSpeaker();
    const detail = say('account.signInAgain');
    return vscode.authentication.getSession(provider, wanted, asChosen({ forceNewSession: { detail } }));
  };
  const claimed = onceAWish((wanted) => again(wanted));
  return {
    credential: {
      async getToken(asked, options) {
        const wanted = [...(typeof asked === 'string' ? [asked] : asked), ...inTenant(options?.tenantId)];
        if (options?.claims !== undefined) await claimed.ask(wanted, options.claims);
        const session = await silently(wanted);
        return session
          ? { token: session.accessToken, expiresOnTimestamp: Date.now() + askAgainAfter }
          : null;
      },
    },
    current: async () => (await silently(scopes))?.account,
    async signIn(wish) {
      // Whoever asks for it may be asked for what Azure still wants, too.
      claimed.forget();
      const wanted = [...scopes, ...inTenant(wish.tenant)];
      if (wish.again === true) return (await again(wanted)).account;
      const options =
        wish.another === true
          ? { createIfNone: true, clearSessionPreference: true }
          : asChosen({ createIfNone: true });
      return (await vscode.authentication.getSession(provider, wanted, options)).account;
    },
  };
}

interface Options {
  ask(wanted: readonly string[], claims: string): Promise<unknown>;
  forget(): void;
}

/**
 * Azure refuses the session's token, so that only a new sign-in helps. The claims themselves cannot be handed on:
 * VS Code takes them from 1.105 only. Hence the person is asked once for each wish, however many requests wait for it,
 * and asked anew only where they gave up.
 */
function onceAWish(signIn: (wanted: readonly string[]) => Promise<unknown>): Options {
  const asked = new Map<string, Promise<unknown>>();
  return {
    ask(wanted, claims) {
      const wish = JSON.stringify([wanted, claims]);
      const earlier = asked.get(wish);
      if (earlier) return earlier;
      const signingIn = signIn(wanted).catch((error: unknown) => {
        asked.delete(wish);
        throw error;
      });
      asked.set(wish, signingIn);
      return signingIn;
    },
    forget: () => asked.clear(),
  };
}
