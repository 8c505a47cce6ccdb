import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  cause: 'nsg-rule-blocks',
  profiles: inBothProfiles(requirement(setting('group-rules'), { from: '2025-07-15' })),
  sources: ['security-groups', 'service-tags'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'documented',
};
