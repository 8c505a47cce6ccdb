import { computeKinds } from '../../core/compute-kinds';
import * as vscode from 'vscode';
import { statedRegionsOf } from '../../core/stated-regions';
import type { SeverityOverrides } from '../../file-checks/with-severities';
import type { PlanOverrides } from '../../documents/subjects/subject-plans';

/** Returns settings about compute resources that files don't contain. They can differ by folder. */
export function overridesInSettings(uri: vscode.Uri): PlanOverrides {
  const settings = vscode.workspace.getConfiguration('amlSecureCompute.files', uri);
  const cloud: unknown = vscode.workspace.getConfiguration('amlSecureCompute.account').get('cloud');
  const publicIp = oneOf(settings.get('publicIp'), ['yes', 'no']);
  return {
    compute: oneOf(settings.get('compute'), computeKinds),
    publicIp: publicIp === undefined ? undefined : publicIp === 'yes',
    workspace: oneOf(settings.get('workspace'), ['public', 'private']),
    profile: oneOf(settings.get('profile'), ['current', '2020-12']) ?? 'current',
    region: textOf(settings.get('region')),
    serviceRegions: statedRegionsOf(settings.get('serviceRegions')),
    allSubnets: settings.get('allSubnets') === true,
    cloud: oneOf(cloud, ['public', 'usgov', 'china']) ?? 'public',
  };
}

/** Returns the severities of the user's settings, without invalid values. */
export function severitiesInSettings(uri: vscode.Uri): SeverityOverrides {
  const configured: unknown = vscode.workspace
    .getConfiguration('amlSecureCompute.files', uri)
    .get('severity');
  if (typeof configured !== 'object' || configured === null) return {};
  const words = ['error', 'warning', 'info', 'hint', 'off'] as const;
  return Object.fromEntries(
    Object.entries(configured).flatMap(([id, value]: [string, unknown]) => {
      const severity = oneOf(value, words);
      return severity === undefined ? [] : [[id, severity] as const];
    }),
  );
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toLowerCase().replaceAll(' ', '') : undefined;
}
