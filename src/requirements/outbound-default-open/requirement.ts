import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  cause: null,
  profiles: inBothProfiles(
    requirement(setting('open-default'), {
      from: '2020-12-10',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ publicIp: 'with' }),
    }),
  ),
  sources: ['batch-network', 'security-groups', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'documented',
  serverless: 'documented',
};
