import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  tag,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tag('AzureResourceManager'),
          ruleName: 'Allow-ARM-443',
        }),
      ),
      { ...alsoForMachines, from: '2020-12-10' },
    ),
    attachedIn2020,
  ),
  sources: ['network-traffic', 'public-internet-access', 'secure-training-2020'],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: {
    public: ['management.azure.com'],
    usgov: ['management.usgovcloudapi.net', 'management.azure.us'],
    china: ['management.chinacloudapi.cn', 'management.azure.cn'],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureResourceManager 443', severity: 'error' };
