import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'no-outbound-access',
  profiles: inBothProfiles(
    requirement(setting('nat-used'), { from: '2020-12-10', level: 'optional', severity: 'warning' }),
  ),
  sources: ['nat-overview', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'documented',
};
