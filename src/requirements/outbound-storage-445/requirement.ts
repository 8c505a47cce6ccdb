import { requirement, inCurrentProfile, flowTemplate, flows, tagOfRegion } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 445', {
          remote: { is: 'private-endpoints', groups: ['file'] },
          ruleName: 'Allow-FileShare-445',
        }),
        flowTemplate('Outbound', 'TCP 445', {
          remote: tagOfRegion('Storage', 'storage'),
          preflightByText: true,
          ruleName: 'Allow-Storage-445',
        }),
      ),
      {
        from: '2022-04-21',
        level: 'situational',
        // Pages of 2025 and 2026 require it if a firewall is in front of the storage endpoint. Refusals are from 2022.
        severity: 'warning',
        severityIf: [{ if: 'only-beside-endpoints', severity: 'info' }],
      },
    ),
  ),
  sources: ['secure-training', 'public-internet-access', 'network-traffic', 'issue-tre-2780', 'issue-91825'],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
  serverless: 'documented',
  hosts: {
    public: ['*.file.core.windows.net'],
    usgov: ['*.file.core.usgovcloudapi.net'],
    china: ['*.file.core.chinacloudapi.cn'],
  },
};

export const cases: FlowCases = { allow: 'Tcp Storage.WestEurope 445', severity: 'warning' };
