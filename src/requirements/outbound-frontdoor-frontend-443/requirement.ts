import {
  requirement,
  inCurrentProfile,
  flowTemplate,
  flows,
  plans,
  tag,
  alsoForMachines,
  nodesAndMachines,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: tag('AzureFrontDoor.Frontend'),
          ruleName: 'Allow-FrontDoor-Frontend-443',
        }),
      ),
      {
        from: '2024-01-31',
        severity: 'warning',
        ...alsoForMachines,
        appliesTo: plans({ ...nodesAndMachines, clouds: ['public', 'usgov'] }),
      },
    ),
  ),
  sources: ['public-internet-access', 'network-traffic', 'data-exfiltration'],
  checked: '2026-11-28',
  serverless: 'derived',
  hosts: { public: ['ml.azure.com'], usgov: ['ml.azure.us'] },
  // The studio of each cloud (how-to-access-azureml-behind-firewall, 2026-03-19).
  adviceHosts: { public: ['ml.azure.com'], usgov: ['ml.azure.us'], china: ['studio.ml.azure.cn'] },
};

export const cases: FlowCases = { allow: 'Tcp AzureFrontDoor.FrontEnd 443', severity: 'warning' };
