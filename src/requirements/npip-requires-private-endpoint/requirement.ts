import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'npip-requires-private-endpoint',
  group: 'placement',
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
