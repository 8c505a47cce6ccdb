import { requirement, inCurrentProfile, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(requirement(setting('delegation'), { from: '2022-08-29' })),
  sources: ['secure-training', 'secure-training-2022'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
