import { attachedKinds } from '../../core/compute-kinds';
import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: inBothProfiles(
    requirement(setting('no-blackhole'), {
      from: '2023-05-27',
      basis: 'derived',
      appliesTo: plans({ kinds: alsoOf(...attachedKinds) }),
    }),
  ),
  sources: ['routing'],
  checked: '2026-11-28',
  serverless: 'documented',
};
