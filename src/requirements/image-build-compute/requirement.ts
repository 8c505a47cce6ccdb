import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  // It "may be required", and only when an environment is built: the compute resource itself is created without it.
  profiles: inBothProfiles(
    requirement(setting('build-compute'), {
      from: '2020-12-10',
      level: 'situational',
      severity: 'warning',
      appliesTo: plans({ kinds: ['cluster'] }),
    }),
  ),
  sources: ['secure-workspace', 'private-link', 'issue-123350'],
  checked: '2026-11-28',
};
