import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('existing-compute'), {
      from: '2025-05-22',
      severity: 'warning',
      appliesTo: plans({ workspace: 'private-link' }),
    }),
  ),
  sources: ['private-link'],
  checked: '2026-11-28',
};
