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
    const detail = await whySignInAgain();
    return vscode.authentication.getSession(provider, wanted, asChosen({ forceNewSession: { detail } }));
  };
  const challenges = challengesOf(provider, asChosen);
  return {
    credential: {
      async getToken(asked, options) {
        const wanted = [...(typeof asked === 'string' ? [asked] : asked), ...inTenant(options?.tenantId)];
        const session = await (options?.claims === undefined
          ? silently(wanted)
          : challenges.answer(wanted, options.claims));
        return session
          ? { token: session.accessToken, expiresOnTimestamp: Date.now() + askAgainAfter }
          : null;
      },
    },
    current: async () => (await silently(scopes))?.account,
    async signIn(wish) {
      // Whoever asks for it may be asked for what Azure still wants, too.
      challenges.forget();
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

async function whySignInAgain(): Promise<string> {
  const { say } = await editorSpeaker();
  return say('account.signInAgain');
}

interface Challenges {
  /** The session that has the claims; undefined where the person gave up before. */
  answer(wanted: readonly string[], claims: string): Promise<vscode.AuthenticationSession | undefined>;
  forget(): void;
}

/** Options for the chosen account. */
type ForAccount = <T extends object>(options: T) => T;

/**
 * Azure refuses the session's token, and states the claims that it wants: VS Code hands them to its provider. Often a
 * renewed token has them. Else the person is asked once for each wish, however many requests wait for it, and asked
 * again only where they gave up.
 */
function challengesOf(provider: string, asChosen: ForAccount): Challenges {
  const asked = new Map<string, Promise<unknown>>();
  const silently = (
    request: vscode.AuthenticationWwwAuthenticateRequest,
  ): Thenable<vscode.AuthenticationSession | undefined> =>
    vscode.authentication.getSession(provider, request, asChosen({ silent: true }));
  async function ask(request: vscode.AuthenticationWwwAuthenticateRequest): Promise<unknown> {
    const detail = await whySignInAgain();
    return vscode.authentication.getSession(provider, request, asChosen({ createIfNone: { detail } }));
  }
  function askOnce(request: vscode.AuthenticationWwwAuthenticateRequest): Promise<unknown> {
    const wish = JSON.stringify(request);
    const earlier = asked.get(wish);
    if (earlier) return earlier;
    const signingIn = ask(request).catch((error: unknown) => {
      asked.delete(wish);
      throw error;
    });
    asked.set(wish, signingIn);
    return signingIn;
  }
  return {
    async answer(wanted, claims) {
      const request = challengeOf(wanted, claims);
      const renewed = await silently(request);
      if (renewed) return renewed;
      await askOnce(request);
      return silently(request);
    },
    forget: () => asked.clear(),
  };
}

/**
 * The header that Azure answered with: the clients hand on its claims alone, as JSON (RFC 9470; Microsoft identity
 * platform, claims challenge, 2025-01-13).
 */
function challengeOf(wanted: readonly string[], claims: string): vscode.AuthenticationWwwAuthenticateRequest {
  const encoded = Buffer.from(claims, 'utf8').toString('base64');
  return {
    wwwAuthenticate: `Bearer error="insufficient_claims", claims="${encoded}"`,
    fallbackScopes: wanted,
  };
}
