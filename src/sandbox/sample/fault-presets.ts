import { failure } from '../failure-texts';
import type { Fault } from '../faults';
import { anna, sampleSubnetId, sampleWorkspaceId } from './names';

/** Faults that the user can select by name. */
export const faultPresets = {
  slow: [{ kind: 'slow', milliseconds: 3000, times: Infinity }],
  signedOut: [{ status: 401, times: Infinity }],
  joinForbidden: [
    {
      status: 403,
      method: 'PUT',
      match: '/computes/',
      times: Infinity,
      ...failure('linkedAuthorizationFailed', {
        ...anna,
        action: 'Microsoft.MachineLearningServices/workspaces/computes/write',
        scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
        linkedAction: 'Microsoft.Network/virtualNetworks/subnets/join/action',
        linkedScope: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu'),
      }),
    },
  ],
  changeForbidden: [
    { status: 403, method: 'PUT', match: 'Microsoft.Network/', code: 'AuthorizationFailed', times: Infinity },
  ],
  throttled: [{ status: 429, retryAfter: 12, match: '/virtualNetworks/' }],
  serverError: [{ status: 500, times: Infinity }],
  timeout: [{ kind: 'hang', times: Infinity }],
  offline: [{ kind: 'offline', times: Infinity }],
  lostAnswer: [{ kind: 'lost', method: 'PUT' }],
  lateChange: [{ kind: 'operation', match: 'Microsoft.Network/' }],
  ruleMissing: [
    {
      kind: 'operation',
      match: '/computes/',
      ...failure('groupRulesMissing', { group: 'nsg-training', region: 'westeurope', priority: 4096 }),
    },
  ],
  lateCreation: [{ kind: 'operation', match: '/computes/', ...failure('allocationTimedOut') }],
  meanwhile: [{ kind: 'meanwhile', method: 'PUT', match: 'Microsoft.Network/' }],
} as const satisfies Readonly<Record<string, readonly Fault[]>>;

export type FaultPreset = keyof typeof faultPresets;
