import { attachedKinds } from '../../core/compute-kinds';
import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'reply-route',
  profiles: inBothProfiles(
    requirement(setting('appliance-health'), {
      from: '2023-05-27',
      appliesTo: plans({ kinds: alsoOf(...attachedKinds) }),
    }),
  ),
  sources: ['routing'],
  checked: '2026-11-28',
  serverless: 'documented',
  disagreement: true,
};
