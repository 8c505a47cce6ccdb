import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  cause: 'endpoint-missing',
  profiles: inCurrentProfile(
    requirement(setting('several-endpoints'), {
      from: '2025-05-22',
      appliesTo: plans({ workspace: 'private-link' }),
    }),
  ),
  sources: ['private-link'],
  checked: '2026-11-28',
  effect: 'documented',
};
