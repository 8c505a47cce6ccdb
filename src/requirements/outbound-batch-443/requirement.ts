import { requirement, inCurrentProfile, flowTemplate, flows, tagOfRegion } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tagOfRegion('BatchNodeManagement'),
          writeProtocol: '*',
          ruleName: 'Allow-Batch-443',
        }),
      ),
      { from: '2023-01-20' },
    ),
  ),
  sources: [
    'secure-training',
    'network-traffic',
    'public-internet-access',
    'batch-network',
    'issue-102366',
    'issue-tre-4151',
  ],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: { public: ['*.{region}.batch.azure.com', '*.{region}.service.batch.azure.com'] },
};

export const cases: FlowCases = { allow: '* BatchNodeManagement.WestEurope 443', severity: 'error' };
