import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inCurrentProfile(
    requirement(setting('address-list'), {
      from: '2025-06-12',
      appliesTo: plans({ kinds: ['serverless'], publicIp: 'without' }),
    }),
  ),
  sources: ['secure-training'],
  checked: '2026-11-28',
  serverless: 'documented',
};
