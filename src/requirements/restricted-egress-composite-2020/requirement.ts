import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'restricted-egress-composite-2020',
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(setting('list-of-2020'), { from: '2020-12-10', level: 'optional', severity: 'info' }),
  ),
  sources: ['secure-training-2020', 'secure-training'],
  checked: '2026-11-28',
  effect: 'documented',
};
