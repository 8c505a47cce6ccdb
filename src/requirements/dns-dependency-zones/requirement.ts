import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'names',
  profiles: inBothProfiles(requirement(setting('service-zones'), { from: '2020-12-10' })),
  sources: ['private-endpoint-names', 'private-endpoint-2020'],
  checked: '2026-11-28',
  serverless: 'documented',
};
