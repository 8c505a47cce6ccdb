import * as vscode from 'vscode';
import { sessionCredential, signedInAccount, signIn, type SessionCredential } from './microsoft-session';

export type AccountSource = 'microsoft' | 'sample';

/** Who one is to Azure: a Microsoft account, or the sample subscription that needs none. */
export interface Account<C> {
  /** Rejects as `signedOut` says where nobody is signed in. */
  connect(): Promise<C>;
  change(to: AccountSource): Promise<void>;
  /** The sample as it comes, without what was changed in it. */
  renewSample(): Promise<void>;
  portalUrl(resourceId: string): string;
  isSample(): boolean;
  readonly onChange: vscode.Event<void>;
}

export interface Connectors<C> {
  readonly sample: () => Promise<C>;
  /** Forgets what was changed in the sample. */
  readonly forgetSample: () => Promise<void>;
  readonly microsoft: (credential: SessionCredential, account: string) => Promise<C>;
  readonly signedOut: () => Error;
}

const section = 'amlSecureCompute';
const setting = 'account.source';

/** The chosen account. The setting is one of the application, so no workspace can change where tokens go. */
export function createAccount<C>(connectors: Connectors<C>): Account<C> {
  let sample: Promise<C> | undefined;
  /** Loaded once; one that failed to load is no sample, so that the next wish loads it anew. */
  const sampleOnce = (): Promise<C> =>
    (sample ??= connectors.sample().catch((error: unknown) => {
      sample = undefined;
      throw error;
    }));
  const onChange: vscode.Event<void> = (listener, thisArgs, disposables) =>
    vscode.workspace.onDidChangeConfiguration(
      (event) => {
        if (event.affectsConfiguration(`${section}.${setting}`)) listener.call(thisArgs);
      },
      undefined,
      disposables,
    );
  return {
    async connect() {
      if (source() === 'sample') return sampleOnce();
      const account = await signedInAccount();
      if (account === undefined) throw connectors.signedOut();
      return connectors.microsoft(sessionCredential, account);
    },
    async change(to) {
      if (to === 'microsoft') await signIn();
      await vscode.workspace.getConfiguration(section).update(setting, to, vscode.ConfigurationTarget.Global);
    },
    async renewSample() {
      sample = undefined;
      await connectors.forgetSample();
    },
    isSample: () => source() === 'sample',
    onChange,
    portalUrl: (id) => `https://portal.azure.com/#resource${encodeURI(id)}`,
  };
}

function source(): AccountSource {
  return vscode.workspace.getConfiguration(section).get(setting) === 'sample' ? 'sample' : 'microsoft';
}
