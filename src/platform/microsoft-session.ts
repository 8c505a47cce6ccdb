import * as vscode from 'vscode';
import { speaker } from '../messages/say';

/** The provider that VS Code itself brings. */
const provider = 'microsoft';
/** What Azure Resource Manager's public cloud asks for. */
const armScopes = ['https://management.azure.com/.default'];

export interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** Same shape as the SDK's `TokenCredential`: asked anew for each request, so that we never keep a token. */
export interface SessionCredential {
  getToken(scopes: string | string[], options?: TokenOptions): Promise<AccessToken | null>;
}

export interface TokenOptions {
  readonly tenantId?: string;
  /** What Azure wants of the token that it refused, as JSON. */
  readonly claims?: string;
}

/** VS Code renews its session's token by itself; five minutes is when the SDK asks again. */
const askAgainAfter = 5 * 60 * 1000;

/** A credential over VS Code's Microsoft account; without a session it has no token, and Azure answers 401. */
export const sessionCredential: SessionCredential = {
  async getToken(scopes, options) {
    const asked = typeof scopes === 'string' ? [scopes] : scopes;
    // How VS Code's provider is told of a tenant other than the account's own.
    const tenant = options?.tenantId === undefined ? [] : [`VSCODE_TENANT:${options.tenantId}`];
    const wanted = [...asked, ...tenant];
    if (options?.claims !== undefined) await signInAgain(wanted, options.claims);
    const session = await vscode.authentication.getSession(provider, wanted, { silent: true });
    return session ? { token: session.accessToken, expiresOnTimestamp: Date.now() + askAgainAfter } : null;
  },
};

/** Sign-ins that Azure asked for in this window, by what it wanted. */
const signInsAgain = new Map<string, Promise<unknown>>();

/**
 * Azure refuses the session's token, so that only a new sign-in helps. The claims themselves cannot be handed on:
 * VS Code takes them from 1.105 only. Hence the person is asked once for each wish, however many requests wait for it,
 * and asked anew only where they gave up.
 */
function signInAgain(wanted: readonly string[], claims: string): Promise<unknown> {
  const wish = JSON.stringify([wanted, claims]);
  const earlier = signInsAgain.get(wish);
  if (earlier) return earlier;
  const signingIn = forceSignIn(wanted).catch((error: unknown) => {
    signInsAgain.delete(wish);
    throw error;
  });
  signInsAgain.set(wish, signingIn);
  return signingIn;
}

async function forceSignIn(wanted: readonly string[]): Promise<void> {
  const detail = speaker(vscode.env.language)('account.signInAgain');
  await vscode.authentication.getSession(provider, wanted, { forceNewSession: { detail } });
}

/** Name of who is signed in; undefined where nobody is. Asks nobody anything. */
export async function signedInAccount(): Promise<string | undefined> {
  const session = await vscode.authentication.getSession(provider, armScopes, { silent: true });
  return session?.account.label;
}

/** Asks to sign in, in VS Code's own way. Rejects where the person gives up. */
export async function signIn(): Promise<void> {
  // Whoever asks for it may be asked for what Azure still wants, too.
  signInsAgain.clear();
  await vscode.authentication.getSession(provider, armScopes, { createIfNone: true });
}
