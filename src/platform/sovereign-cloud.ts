import * as vscode from 'vscode';
import { editorMessages } from './editor-language';
import type { CloudSetting } from './account-settings';
import { confirm } from './quick-input';

/** Data about a resource manager that VS Code needs to sign in to it. */
export interface SignInPlace {
  readonly endpoint: string;
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly portal: string;
}

/** Returns the VS Code provider of Microsoft accounts for a cloud; there are two. */
export function authenticationProvider(cloud: CloudSetting): string {
  return cloud === 'public' ? 'microsoft' : 'microsoft-sovereign-cloud';
}

/** VS Code's names for the other clouds. */
const environments = { usgov: 'USGovernment', china: 'ChinaCloud', custom: 'custom' } as const;

const section = 'microsoft-sovereign-cloud';

/** True if VS Code's setting selects the cloud. Without it, there is a provider only for the public cloud. */
export function isSetTo(cloud: CloudSetting): boolean {
  if (cloud === 'public') return true;
  return vscode.workspace.getConfiguration(section).get('environment') === environments[cloud];
}

/** True if VS Code signs in to exactly this place. */
export function signsInTo(cloud: CloudSetting, place: SignInPlace): boolean {
  if (!isSetTo(cloud)) return false;
  if (cloud !== 'custom') return true;
  const configuration = vscode.workspace.getConfiguration(section);
  const set = configuration.get<Record<string, unknown>>('customEnvironment');
  const { resourceManagerEndpointUrl, activeDirectoryEndpointUrl } = customOf(place);
  return (
    set?.['resourceManagerEndpointUrl'] === resourceManagerEndpointUrl &&
    set['activeDirectoryEndpointUrl'] === activeDirectoryEndpointUrl
  );
}

/** Changes VS Code's setting for the cloud after asking; false if the user declines. */
export async function letSignInTo(cloud: CloudSetting, place: SignInPlace): Promise<boolean> {
  if (cloud === 'public' || signsInTo(cloud, place)) return true;
  const { say } = await editorMessages();
  const isConfirmed = await confirm({
    title: say('account.sovereign.title'),
    detail: say('account.sovereign.detail', { value: environments[cloud] }),
    button: say('account.sovereign.button'),
  });
  if (!isConfirmed) return false;
  const configuration = vscode.workspace.getConfiguration(section);
  if (cloud === 'custom') {
    await configuration.update('customEnvironment', customOf(place), vscode.ConfigurationTarget.Global);
  }
  await configuration.update('environment', environments[cloud], vscode.ConfigurationTarget.Global);
  return true;
}

function customOf({ endpoint, authority, scopes, portal }: SignInPlace) {
  return {
    name: new URL(endpoint).host,
    portalUrl: portal,
    managementEndpointUrl: endpoint,
    resourceManagerEndpointUrl: endpoint,
    activeDirectoryEndpointUrl: `${authority}/`,
    activeDirectoryResourceId: (scopes[0] ?? '').replace(/\/\.default$/, ''),
  };
}
