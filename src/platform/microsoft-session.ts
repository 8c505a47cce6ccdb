import * as vscode from 'vscode';
import { editorMessages } from './editor-language';

interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/**
 * Structurally compatible with the SDK's `TokenCredential`. It requests a token for each request, so that the product
 * never stores one.
 */
export interface SessionCredential {
  getToken(scopes: string | string[], options?: TokenOptions): Promise<AccessToken | null>;
}

interface TokenOptions {
  readonly tenantId?: string;
  /** Claims challenge of Azure for the rejected token, as JSON. */
  readonly claims?: string;
}

/** How to sign in: again despite a session, with another account, or in a tenant that requires a separate sign-in. */
export interface SignInOptions {
  readonly again?: boolean;
  readonly another?: boolean;
  readonly tenant?: string | undefined;
}

/** A Microsoft account from one of VS Code's providers. */
export interface MicrosoftSession {
  readonly credential: SessionCredential;
  /** Returns the signed-in account; undefined if there is none. It never prompts. */
  current(): Promise<vscode.AuthenticationSessionAccountInformation | undefined>;
  /** Prompts for a sign-in in VS Code's own way. Rejects if the user cancels. */
  signIn(signInOptions: SignInOptions): Promise<vscode.AuthenticationSessionAccountInformation>;
}

export interface SessionSetup {
  /** VS Code's built-in provider for the cloud. */
  readonly provider: string;
  /** Scopes of the cloud's resource manager. */
  readonly scopes: readonly string[];
  /** Returns the chosen account, if any. */
  readonly chosen: () => vscode.AuthenticationSessionAccountInformation | undefined;
}

/** VS Code renews its session's token itself. The SDK requests a token again after five minutes. */
const askAgainAfter = 5 * 60 * 1000;

/** Returns the scope that selects a tenant other than the account's own in VS Code's provider. */
const inTenant = (tenant: string | undefined): string[] =>
  tenant === undefined ? [] : [`VSCODE_TENANT:${tenant}`];

export function microsoftSession({ provider, scopes, chosen }: SessionSetup): MicrosoftSession {
  /**
   * Returns options with the chosen account. Without one, the option is omitted, because VS Code then uses its own
   * preference.
   */
  const asChosen = <T extends object>(
    options: T,
  ): T & { account?: vscode.AuthenticationSessionAccountInformation } => {
    const account = chosen();
    return account ? { ...options, account } : options;
  };
  const silently = (requestedScopes: readonly string[]): Thenable<vscode.AuthenticationSession | undefined> =>
    vscode.authentication.getSession(provider, requestedScopes, asChosen({ silent: true }));
  const again = async (requestedScopes: readonly string[]): Promise<vscode.AuthenticationSession> => {
    const detail = await whySignInAgain();
    return vscode.authentication.getSession(
      provider,
      requestedScopes,
      asChosen({ forceNewSession: { detail } }),
    );
  };
  const challenges = challengesOf(provider, asChosen);
  return {
    credential: {
      async getToken(requested, options) {
        const requestedScopes = [
          ...(typeof requested === 'string' ? [requested] : requested),
          ...inTenant(options?.tenantId),
        ];
        const session = await (options?.claims === undefined
          ? silently(requestedScopes)
          : challenges.answer(requestedScopes, options.claims));
        return session
          ? { token: session.accessToken, expiresOnTimestamp: Date.now() + askAgainAfter }
          : null;
      },
    },
    current: async () => (await silently(scopes))?.account,
    async signIn(signInOptions) {
      // A user who signs in can be prompted for outstanding claims, too.
      challenges.forget();
      const requestedScopes = [...scopes, ...inTenant(signInOptions.tenant)];
      if (signInOptions.again === true) return (await again(requestedScopes)).account;
      const options =
        signInOptions.another === true
          ? { createIfNone: true, clearSessionPreference: true }
          : asChosen({ createIfNone: true });
      return (await vscode.authentication.getSession(provider, requestedScopes, options)).account;
    },
  };
}

async function whySignInAgain(): Promise<string> {
  const { say } = await editorMessages();
  return say('account.signInAgain');
}

interface Challenges {
  /** Returns the session with the claims; undefined if the user canceled before. */
  answer(
    requestedScopes: readonly string[],
    claims: string,
  ): Promise<vscode.AuthenticationSession | undefined>;
  forget(): void;
}

/** Returns options for the chosen account. */
type ForAccount = <T extends object>(options: T) => T;

/**
 * Handles claims challenges. Azure rejects the session's token and states the claims that it requires. VS Code passes
 * them to its provider. Often a renewed token has them. Otherwise the user is prompted once per challenge, however many
 * requests wait for it, and again only after canceling.
 */
function challengesOf(provider: string, asChosen: ForAccount): Challenges {
  const requested = new Map<string, Promise<unknown>>();
  const silently = (
    request: vscode.AuthenticationWwwAuthenticateRequest,
  ): Thenable<vscode.AuthenticationSession | undefined> =>
    vscode.authentication.getSession(provider, request, asChosen({ silent: true }));
  async function ask(request: vscode.AuthenticationWwwAuthenticateRequest): Promise<unknown> {
    const detail = await whySignInAgain();
    return vscode.authentication.getSession(provider, request, asChosen({ createIfNone: { detail } }));
  }
  function askOnce(request: vscode.AuthenticationWwwAuthenticateRequest): Promise<unknown> {
    const signInOptions = JSON.stringify(request);
    const earlier = requested.get(signInOptions);
    if (earlier) return earlier;
    const signingIn = ask(request).catch((error: unknown) => {
      requested.delete(signInOptions);
      throw error;
    });
    requested.set(signInOptions, signingIn);
    return signingIn;
  }
  return {
    async answer(requestedScopes, claims) {
      const request = challengeOf(requestedScopes, claims);
      const renewed = await silently(request);
      if (renewed) return renewed;
      await askOnce(request);
      return silently(request);
    },
    forget: () => requested.clear(),
  };
}

/**
 * Builds the header with which Azure responded, because the clients pass only its claims as JSON (RFC 9470; Microsoft
 * identity platform, claims challenge, 2025-01-13).
 */
function challengeOf(
  requestedScopes: readonly string[],
  claims: string,
): vscode.AuthenticationWwwAuthenticateRequest {
  const encoded = Buffer.from(claims, 'utf8').toString('base64');
  return {
    wwwAuthenticate: `Bearer error="insufficient_claims", claims="${encoded}"`,
    fallbackScopes: requestedScopes,
  };
}
