import { requirement, inCurrentProfile, flowTemplate, tag, alsoForMachines } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      {
        is: 'flows',
        flows: [
          flowTemplate('Outbound', 'TCP 443', {
            remote: tag('AzureMonitor'),
            ruleName: 'Allow-Monitor-443',
          }),
        ],
        unlessEndpoint: 'azuremonitor',
      },
      { ...alsoForMachines, from: '2024-07-08', level: 'optional', severity: 'warning' },
    ),
  ),
  sources: ['public-internet-access', 'network-traffic', 'secure-workspace'],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: {
    public: [
      'dc.applicationinsights.azure.com',
      'dc.applicationinsights.microsoft.com',
      'dc.services.visualstudio.com',
      '*.in.applicationinsights.azure.com',
    ],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureMonitor 443', severity: 'warning' };
