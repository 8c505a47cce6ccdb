import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  profiles: inBothProfiles(requirement(setting('group-limits'), { from: '2022-12-05' })),
  sources: ['limits'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
