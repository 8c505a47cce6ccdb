import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inCurrentProfile(
    requirement(setting('shared-key'), {
      from: '2024-08-21',
      appliesTo: plans({ kinds: ['instance'], network: 'any' }),
    }),
  ),
  sources: ['create-instance'],
  checked: '2026-11-28',
  effect: 'refused',
};
