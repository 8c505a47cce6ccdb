import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('existing-compute'), { from: '2020-12-10', severity: 'warning' }),
  ),
  sources: ['secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
