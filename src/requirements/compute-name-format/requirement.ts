import { attachedKinds } from '../../core/compute-kinds';
import { requirement, inCurrentProfile, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('compute-name'), {
      from: '2024-05-03',
      appliesTo: plans({ network: 'any', kinds: alsoOf(...attachedKinds) }),
    }),
  ),
  sources: ['create-cluster', 'create-instance', 'attach-targets'],
  checked: '2026-11-28',
  effect: 'refused',
};
