import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  tagOfRegion,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  // In 2020, only default images with custom dependencies needed them. Without that information, it is only severity
  // info.
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tagOfRegion('MicrosoftContainerRegistry'),
          ruleName: 'Allow-MicrosoftImages-443',
        }),
      ),
      { ...alsoForMachines, from: '2020-12-10' },
    ),
    {
      ...attachedIn2020,
      level: 'situational',
      severity: 'info',
    },
  ),
  sources: ['public-internet-access', 'network-traffic', 'data-exfiltration', 'secure-training-2020'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
  hosts: {
    public: ['mcr.microsoft.com', '*.data.mcr.microsoft.com'],
    usgov: ['mcr.microsoft.com', '*.data.mcr.microsoft.com'],
    china: ['mcr.microsoft.com', '*.data.mcr.microsoft.com'],
  },
};

export const cases: FlowCases = { allow: 'Tcp MicrosoftContainerRegistry 443', severity: 'error' };
