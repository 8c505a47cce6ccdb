import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(requirement(setting('same-subscription'), { from: '2020-12-10' })),
  sources: ['secure-training', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
