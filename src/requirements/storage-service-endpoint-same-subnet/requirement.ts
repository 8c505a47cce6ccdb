import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inBothProfiles(requirement(setting('storage-rule'), { from: '2020-12-10' })),
  sources: ['secure-workspace', 'secure-training-2020'],
  checked: '2026-11-28',
};
