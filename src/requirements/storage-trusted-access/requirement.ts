import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  // It affects pages of the studio, never a compute resource.
  profiles: inBothProfiles(
    requirement(setting('storage-trust'), {
      from: '2020-12-10',
      severity: 'warning',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: [
    'secure-workspace',
    'traffic-flow',
    'managed-network',
    'storage-perimeter',
    'secure-training-2022',
    'issue-105880',
  ],
  checked: '2026-11-29',
  disagreement: true,
};
