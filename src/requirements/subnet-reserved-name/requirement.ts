import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('reserved-name'), {
      from: '2023-05-27',
      level: 'forbidden',
      basis: 'derived',
      appliesTo: plans({ kinds: alsoOf('virtual-machine') }),
    }),
  ),
  sources: ['nat-resource', 'routing'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'derived',
};
