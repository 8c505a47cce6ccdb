import { requirement, inCurrentProfile, flowTemplate, flows, inEveryCloud, plans, tag } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 18881', {
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-18881',
        }),
      ),
      {
        from: '2025-02-10',
        severity: 'warning',
        appliesTo: plans({ kinds: ['instance'] }),
      },
    ),
  ),
  sources: ['secure-training', 'public-internet-access', 'network-traffic'],
  checked: '2026-11-28',
  disagreement: true,
  hosts: inEveryCloud('*.instances.azureml.ms'),
};

export const cases: FlowCases = {
  allow: 'Tcp AzureMachineLearning 18881',
  severity: 'warning',
  kind: 'instance',
};
