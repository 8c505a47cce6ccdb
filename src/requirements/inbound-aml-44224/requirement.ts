import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 44224', {
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-44224',
        }),
      ),
      { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) },
    ),
    { appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }) },
  ),
  sources: ['secure-training', 'network-traffic', 'public-internet-access', 'secure-training-2020'],
  checked: '2026-11-28',
  serverless: 'documented',
};
