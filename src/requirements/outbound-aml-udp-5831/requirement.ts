import { requirement, inCurrentProfile, flowTemplate, flows, tag } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'UDP 5831', {
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-UDP-5831',
        }),
      ),
      { from: '2023-01-20' },
    ),
  ),
  sources: ['secure-training', 'network-traffic', 'public-internet-access', 'issue-102366', 'tre-network'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
  hosts: {
    public: ['{region}.tundra.azureml.ms', '*.tundra.{region}.api.azureml.ms'],
    usgov: ['{region}.tundra.azureml.us'],
    china: ['{region}.tundra.azureml.cn'],
  },
};

export const cases: FlowCases = { allow: 'Udp AzureMachineLearning 5831', severity: 'error' };
