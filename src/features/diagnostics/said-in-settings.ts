import * as vscode from 'vscode';
import type { SaidPlan } from '../../documents/subjects/plans-of';

/** What the settings say of computes that files do not hold; a folder may have its own. */
export function saidInSettings(uri: vscode.Uri): SaidPlan {
  const settings = vscode.workspace.getConfiguration('amlSecureCompute.files', uri);
  const cloud: unknown = vscode.workspace.getConfiguration('amlSecureCompute.account').get('cloud');
  const publicIp = oneOf(settings.get('publicIp'), ['yes', 'no']);
  return {
    compute: oneOf(settings.get('compute'), ['cluster', 'instance']),
    publicIp: publicIp === undefined ? undefined : publicIp === 'yes',
    workspace: oneOf(settings.get('workspace'), ['public', 'private']),
    profile: oneOf(settings.get('profile'), ['current', '2020-12']) ?? 'current',
    region: textOf(settings.get('region')),
    cloud: oneOf(cloud, ['public', 'usgov', 'china']) ?? 'public',
  };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toLowerCase().replaceAll(' ', '') : undefined;
}
