import { requirement, inCurrentProfile, flowTemplate, flows, tagOfRegion } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tagOfRegion('AzureKeyVault', 'key-vault'),
          ruleName: 'Allow-KeyVault-443',
        }),
      ),
      {
        from: '2025-02-06',
        level: 'situational',
        severity: 'info',
        severityIf: [{ if: 'high-business-impact', severity: 'error', unknown: 'warning' }],
      },
    ),
  ),
  sources: ['public-internet-access', 'network-traffic', 'traffic-flow'],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
  serverless: 'documented',
  hosts: {
    public: ['*.vault.azure.net'],
    usgov: ['*.vault.usgovcloudapi.net'],
    china: ['*.vault.azure.cn'],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureKeyVault.WestEurope 443', severity: 'info' };
