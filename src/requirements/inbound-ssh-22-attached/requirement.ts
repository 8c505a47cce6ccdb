import { requirement, inBothProfiles, flowTemplate, flows, plans, tag } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 22', {
          remote: tag('AzureMachineLearning'),
          ruleName: 'Allow-AzureML-SSH',
          isSsh: true,
        }),
      ),
      { from: '2020-12-10', appliesTo: plans({ kinds: ['virtual-machine', 'hdinsight'] }) },
    ),
  ),
  sources: ['secure-training', 'secure-training-2020'],
  checked: '2026-11-28',
};
