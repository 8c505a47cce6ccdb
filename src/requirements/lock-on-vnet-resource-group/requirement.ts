import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  cause: 'lock',
  profiles: inBothProfiles(requirement(setting('network-lock'), { from: '2020-12-10', level: 'forbidden' })),
  sources: ['resource-lock', 'secure-training', 'create-cluster', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
