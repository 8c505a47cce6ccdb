import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  cause: 'subnet-unfit',
  profiles: inCurrentProfile(
    requirement(setting('cluster-address'), {
      from: '2021-10-21',
      appliesTo: plans({ kinds: ['hdinsight'], network: 'any' }),
    }),
  ),
  sources: ['attach-targets'],
  checked: '2026-11-29',
};
