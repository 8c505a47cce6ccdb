import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('attached-once'), {
      from: '2021-10-21',
      level: 'forbidden',
      appliesTo: plans({ kinds: ['virtual-machine', 'hdinsight'], network: 'any' }),
    }),
  ),
  sources: ['attach-targets'],
  checked: '2026-11-28',
};
