import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'reply-route',
  profiles: inBothProfiles(
    requirement(setting('batch-replies'), {
      from: '2020-12-10',
      until: '2026-03-31',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ publicIp: 'with' }),
    }),
    { level: 'required', severity: 'error' },
  ),
  sources: ['batch-network', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
};
