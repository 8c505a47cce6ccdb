import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: inBothProfiles(requirement(setting('route-limits'), { from: '2022-12-05' })),
  sources: ['routing', 'limits'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
