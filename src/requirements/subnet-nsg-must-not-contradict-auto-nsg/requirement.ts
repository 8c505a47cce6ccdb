import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(setting('both-groups-agree'), {
      from: '2020-12-10',
      appliesTo: plans({ publicIp: 'with' }),
    }),
  ),
  sources: ['secure-training', 'secure-training-2020'],
  checked: '2026-11-28',
};
