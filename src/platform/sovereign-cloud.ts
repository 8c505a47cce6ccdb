import * as vscode from 'vscode';
import { editorSpeaker } from './editor-language';
import type { CloudSetting } from './account-settings';
import { confirm } from './quick-input';

/** What VS Code must know of a resource manager to sign in to it. */
export interface SignInPlace {
  readonly endpoint: string;
  readonly authority: string;
  readonly scopes: readonly string[];
  readonly portal: string;
}

/** VS Code's two providers of Microsoft accounts. */
export function authenticationProvider(cloud: CloudSetting): string {
  return cloud === 'public' ? 'microsoft' : 'microsoft-sovereign-cloud';
}

/** VS Code's own words for the other clouds. */
const environments = { usgov: 'USGovernment', china: 'ChinaCloud', custom: 'custom' } as const;

const section = 'microsoft-sovereign-cloud';

/** True where VS Code's own setting names the cloud: without it there is no provider for any but the public one. */
export function isSetTo(cloud: CloudSetting): boolean {
  if (cloud === 'public') return true;
  return vscode.workspace.getConfiguration(section).get('environment') === environments[cloud];
}

/** True where VS Code signs in to this very place. */
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

/** Sets VS Code's setting for the cloud after asking; false where the person does not want it. */
export async function letSignInTo(cloud: CloudSetting, place: SignInPlace): Promise<boolean> {
  if (cloud === 'public' || signsInTo(cloud, place)) return true;
  const { say } = await editorSpeaker();
  const isWanted = await confirm({
    title: say('account.sovereign.title'),
    detail: say('account.sovereign.detail', { value: environments[cloud] }),
    button: say('account.sovereign.button'),
  });
  if (!isWanted) return false;
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
