import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: inBothProfiles(requirement(setting('route-tags'), { from: '2023-01-26', level: 'forbidden' })),
  sources: ['service-tags'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
