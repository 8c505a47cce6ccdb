import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'permissions',
  profiles: inBothProfiles(requirement(setting('network-join'), { from: '2020-12-10' })),
  sources: ['network-rbac', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
