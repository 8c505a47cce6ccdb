import { requirement, inCurrentProfile, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('existing-compute'), { from: '2023-05-23', severity: 'warning' }),
  ),
  sources: ['managed-network'],
  checked: '2026-11-28',
  effect: 'documented',
};
