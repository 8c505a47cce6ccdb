import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  cause: 'endpoint-missing',
  profiles: inBothProfiles(requirement(setting('storage-endpoints'), { from: '2020-12-10' })),
  sources: ['secure-workspace', 'managed-network', 'security-perimeter'],
  checked: '2026-11-28',
};
