import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
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
