import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'reply-route',
  profiles: inBothProfiles(
    requirement(setting('direct-replies'), { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) }),
    {
      appliesTo: plans({ publicIp: 'with', kinds: ['instance'] }),
    },
  ),
  sources: ['network-traffic', 'secure-training', 'secure-training-2020'],
  checked: '2026-11-28',
};
