import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'managed-network-set-up',
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
