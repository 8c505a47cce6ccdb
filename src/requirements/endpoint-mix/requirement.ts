import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  cause: 'endpoint-missing',
  profiles: inCurrentProfile(
    requirement(setting('endpoint-mix'), {
      from: '2024-08-29',
      level: 'forbidden',
      severity: 'warning',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: ['managed-network'],
  checked: '2026-11-28',
  effect: 'documented',
};
