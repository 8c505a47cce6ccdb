import * as vscode from 'vscode';

/** Sources of the Azure account. */
const accountSources = ['microsoft', 'azureCli', 'default', 'sample'] as const;
export type AccountSource = (typeof accountSources)[number];

export const cloudChoices = ['public', 'usgov', 'china', 'custom'] as const;
export type CloudSetting = (typeof cloudChoices)[number];

/** The resource manager to use. The endpoint applies only if the cloud is `custom`. */
export interface AzurePlace {
  readonly cloud: CloudSetting;
  readonly endpoint: string;
}

/** Settings with application scope: no workspace can change where tokens are sent. */
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

/** Returns the key for what is remembered per place: the sample, a cloud, or a custom endpoint. */
export function placeKey(): string {
  const { cloud, endpoint } = readPlace();
  if (readSource() === 'sample') return 'sample';
  return cloud === 'custom' ? endpoint : cloud;
}

/** Writes the endpoint first, so that no connection uses the previous one. */
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
