import { requirement, only2020, flowTemplate, flows } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  // The article lists it among the rules of the NSG that Azure itself attaches to the nodes.
  profiles: only2020(
    requirement(
      flows(
        flowTemplate('Outbound', 'Any *', {
          remote: { is: 'own-network' },
          ruleName: 'Allow-VirtualNetwork',
        }),
      ),
      { from: '2020-12-10', severity: 'warning' },
    ),
  ),
  sources: ['secure-training-2020', 'batch-network'],
  checked: '2026-11-28',
};

export const cases: FlowCases = { allow: '* VirtualNetwork *', severity: 'warning', profile: '2020-12' };
