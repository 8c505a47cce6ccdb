import { attachedKinds } from '../../core/compute-kinds';
import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'permissions',
  profiles: inBothProfiles(
    requirement(setting('compute-write'), {
      from: '2020-12-10',
      appliesTo: plans({ network: 'any', kinds: alsoOf(...attachedKinds) }),
    }),
  ),
  sources: ['assign-roles'],
  checked: '2026-11-28',
  effect: 'refused',
};
