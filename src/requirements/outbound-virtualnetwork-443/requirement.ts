import { requirement, inCurrentProfile, flowTemplate, flows, alsoForMachines } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Outbound', 'TCP 443', {
          remote: {
            is: 'private-endpoints',
            groups: ['amlworkspace', 'blob', 'file', 'dfs', 'queue', 'table', 'vault', 'registry'],
          },
          ruleName: 'Allow-PrivateEndpoints-443',
        }),
      ),
      { ...alsoForMachines, from: '2024-08-29' },
    ),
  ),
  sources: ['network-traffic', 'managed-network'],
  checked: '2026-11-28',
  serverless: 'documented',
};
