import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'permissions',
  profiles: inBothProfiles(requirement(setting('subnet-join'), { from: '2020-12-10' })),
  sources: ['network-rbac', 'secure-training-2020', 'secure-training-2022'],
  checked: '2026-11-28',
  effect: 'refused',
  disagreement: true,
  serverless: 'documented',
};
