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
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-443',
        }),
      ),
      { ...alsoForMachines, from: '2020-12-10' },
    ),
    attachedIn2020,
  ),
  sources: [
    'secure-training',
    'network-traffic',
    'public-internet-access',
    'data-exfiltration',
    'secure-training-2020',
  ],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: {
    public: ['ml.azure.com', '*.azureml.ms', '*.azureml.net'],
    usgov: [
      'ml.azure.us',
      '*.ml.azure.us',
      '*.modelmanagement.azureml.us',
      '*.instances.azureml.us',
      '*.instances.azureml.ms',
    ],
    china: ['studio.ml.azure.cn', '*.ml.azure.cn', '*.azureml.cn', '*.instances.azureml.ms'],
  },
};

export const cases: FlowCases = { allow: 'Tcp AzureMachineLearning 443', severity: 'error' };
