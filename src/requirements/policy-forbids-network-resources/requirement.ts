import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  cause: 'policy-denies',
  profiles: inBothProfiles(
    requirement(setting('network-policy'), {
      from: '2020-12-10',
      level: 'forbidden',
      appliesTo: plans({ publicIp: 'with' }),
    }),
  ),
  sources: ['secure-training', 'secure-training-2022', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
