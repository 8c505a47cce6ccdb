import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('endpoint-policies'), {
      from: '2023-07-26',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ workspace: 'private-link' }),
    }),
  ),
  sources: ['private-link', 'private-endpoint-policies', 'private-endpoint-2020'],
  checked: '2026-11-28',
  disagreement: true,
};
