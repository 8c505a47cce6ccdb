import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('managed-network-set-up'), {
      from: '2024-08-29',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: ['managed-network'],
  checked: '2026-11-28',
  effect: 'documented',
  serverless: 'derived',
};
