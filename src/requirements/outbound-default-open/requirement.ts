import { requirement, inBothProfiles, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'outbound-default-open',
  group: 'outbound',
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
