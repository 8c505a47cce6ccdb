import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'no-outbound-access',
  profiles: inCurrentProfile(
    requirement(setting('outbound-access'), {
      from: '2023-01-20',
      appliesTo: plans({ publicIp: 'without' }),
    }),
  ),
  sources: ['secure-training', 'network-traffic', 'default-outbound', 'batch-default-outbound'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
};
