import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  cause: 'endpoint-missing',
  profiles: inCurrentProfile(
    requirement(setting('private-endpoint'), {
      from: '2023-01-20',
      appliesTo: plans({ publicIp: 'without' }),
    }),
  ),
  sources: ['secure-training', 'create-instance'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
