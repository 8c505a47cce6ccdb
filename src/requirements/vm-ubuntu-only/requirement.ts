import { requirement, inBothProfiles, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'vm-ubuntu-only',
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('machine-system'), {
      from: '2020-12-10',
      appliesTo: plans({ kinds: ['virtual-machine'], network: 'any' }),
    }),
  ),
  sources: ['secure-training', 'attach-targets', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'documented',
};
