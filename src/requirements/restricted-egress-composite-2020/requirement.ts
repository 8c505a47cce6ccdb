import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(setting('list-of-2020'), { from: '2020-12-10', level: 'optional', severity: 'info' }),
  ),
  sources: ['secure-training-2020', 'secure-training'],
  checked: '2026-11-28',
  effect: 'documented',
};
