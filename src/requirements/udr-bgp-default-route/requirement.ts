import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: inBothProfiles(
    requirement(setting('hidden-default-route'), { from: '2023-05-27', basis: 'derived' }),
  ),
  sources: ['routing'],
  checked: '2026-11-28',
  serverless: 'documented',
};
