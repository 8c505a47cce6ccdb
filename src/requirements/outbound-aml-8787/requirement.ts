import { requirement, inCurrentProfile, flowTemplate, flows, inEveryCloud, plans, tag } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 8787', {
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-8787',
        }),
      ),
      {
        from: '2025-02-10',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ kinds: ['instance'] }),
      },
    ),
  ),
  sources: ['public-internet-access', 'secure-training', 'network-traffic'],
  checked: '2026-11-28',
  disagreement: true,
  hosts: inEveryCloud('*.instances.azureml.ms'),
};

export const cases: FlowCases = {
  allow: 'Tcp AzureMachineLearning 8787',
  severity: 'info',
  kind: 'instance',
};
