import { requirement, inCurrentProfile, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('managed-network'), {
      from: '2023-05-23',
      level: 'forbidden',
      appliesTo: plans({ network: 'any', kinds: alsoOf('virtual-machine') }),
    }),
  ),
  sources: ['managed-network', 'secure-training'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
