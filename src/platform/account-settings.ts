import * as vscode from 'vscode';

/** Who one is to Azure. */
const accountSources = ['microsoft', 'azureCli', 'default', 'sample'] as const;
export type AccountSource = (typeof accountSources)[number];

export const cloudChoices = ['public', 'usgov', 'china', 'custom'] as const;
export type CloudSetting = (typeof cloudChoices)[number];

/** Which resource manager is asked; the endpoint counts where the cloud is `custom`. */
export interface AzurePlace {
  readonly cloud: CloudSetting;
  readonly endpoint: string;
}

/** Settings of the application: no workspace can change where tokens go. */
const section = 'amlSecureCompute';
const names = { source: 'account.source', cloud: 'account.cloud', endpoint: 'account.endpoint' } as const;

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(section);
}

export function readSource(): AccountSource {
  const value = configuration().get(names.source);
  return accountSources.find((one) => one === value) ?? 'microsoft';
}

export function readPlace(): AzurePlace {
  const cloud = configuration().get(names.cloud);
  const endpoint = configuration().get(names.endpoint);
  return {
    cloud: cloudChoices.find((one) => one === cloud) ?? 'public',
    endpoint: typeof endpoint === 'string' ? endpoint.trim() : '',
  };
}

export async function writeSource(source: AccountSource): Promise<void> {
  await write(names.source, source);
}

/** What may be remembered of: the sample, a cloud, or an endpoint of one's own. */
export function placeKey(): string {
  const { cloud, endpoint } = readPlace();
  if (readSource() === 'sample') return 'sample';
  return cloud === 'custom' ? endpoint : cloud;
}

/** The endpoint first, so that nobody connects to the one before. */
export async function writePlace({ cloud, endpoint }: AzurePlace): Promise<void> {
  if (cloud === 'custom') await write(names.endpoint, endpoint);
  await write(names.cloud, cloud);
}

async function write(name: string, value: string): Promise<void> {
  await configuration().update(name, value, vscode.ConfigurationTarget.Global);
}

export function onAccountSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    const isOurs = Object.values(names).some((name) => event.affectsConfiguration(`${section}.${name}`));
    if (isOurs) listener();
  });
}
