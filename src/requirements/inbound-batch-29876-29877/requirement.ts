import { requirement, flowTemplate, flows, plans, setting, tagOfRegion } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: {
    current: requirement(setting('old-batch-opening'), {
      from: '2020-12-10',
      until: '2026-03-31',
      level: 'optional',
      severity: 'info',
    }),
    '2020-12': requirement(
      flows(
        flowTemplate('Inbound', 'TCP 29876,29877', {
          remote: tagOfRegion('BatchNodeManagement'),
          ruleName: 'Allow-Batch-29876-29877',
        }),
      ),
      { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) },
    ),
  },
  sources: [
    'batch-simplified',
    'secure-training-2020',
    'batch-network',
    'secure-training-2022',
    'issue-modules-1782',
    'traffic-flow',
    'data-exfiltration',
  ],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
};
