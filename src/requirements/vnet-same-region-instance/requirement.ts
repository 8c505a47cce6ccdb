import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('same-region'), { from: '2020-12-10', appliesTo: plans({ kinds: ['instance'] }) }),
  ),
  sources: ['secure-training', 'create-cluster', 'private-link', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
