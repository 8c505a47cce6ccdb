import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inBothProfiles(requirement(setting('key-vault'), { from: '2020-12-10' })),
  sources: ['secure-workspace', 'security-perimeter', 'issue-86496'],
  checked: '2026-11-29',
  disagreement: true,
};
