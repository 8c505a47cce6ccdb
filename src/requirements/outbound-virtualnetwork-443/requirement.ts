import { requirement, inCurrentProfile, flowTemplate, flows, alsoForMachines } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'outbound-virtualnetwork-443',
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
