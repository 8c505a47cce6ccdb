import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  cause: 'subnet-unfit',
  profiles: inBothProfiles(
    requirement(setting('cluster-policy'), {
      from: '2018-09-18',
      level: 'forbidden',
      appliesTo: plans({ kinds: ['hdinsight'] }),
    }),
    { from: '2018-09-18' },
  ),
  sources: ['endpoint-policies'],
  checked: '2026-11-29',
};
