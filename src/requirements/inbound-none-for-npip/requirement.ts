import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inCurrentProfile(
    requirement(setting('no-inbound'), {
      from: '2023-01-20',
      severity: 'info',
      appliesTo: plans({ publicIp: 'without' }),
    }),
  ),
  sources: ['secure-training', 'network-traffic'],
  checked: '2026-11-28',
  effect: 'documented',
  serverless: 'documented',
};
