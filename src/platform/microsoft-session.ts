import * as vscode from 'vscode';

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
  getToken(scopes: string | string[], options?: { readonly tenantId?: string }): Promise<AccessToken | null>;
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
    const session = await vscode.authentication.getSession(provider, wanted, { silent: true });
    return session ? { token: session.accessToken, expiresOnTimestamp: Date.now() + askAgainAfter } : null;
  },
};

/** Name of who is signed in; undefined where nobody is. Asks nobody anything. */
export async function signedInAccount(): Promise<string | undefined> {
  const session = await vscode.authentication.getSession(provider, armScopes, { silent: true });
  return session?.account.label;
}

/** Asks to sign in, in VS Code's own way. Rejects where the person gives up. */
export async function signIn(): Promise<void> {
  await vscode.authentication.getSession(provider, armScopes, { createIfNone: true });
}
