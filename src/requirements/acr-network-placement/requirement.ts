import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inBothProfiles(
    requirement(setting('registry-place'), {
      from: '2020-12-10',
      level: 'recommended',
      severity: 'warning',
    }),
  ),
  sources: ['secure-workspace', 'security-perimeter'],
  checked: '2026-11-28',
};
