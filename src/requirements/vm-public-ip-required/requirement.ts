import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  cause: 'subnet-unfit',
  profiles: inCurrentProfile(
    requirement(setting('machine-address'), {
      from: '2021-10-21',
      appliesTo: plans({ kinds: ['virtual-machine'], network: 'any' }),
    }),
  ),
  sources: ['attach-targets', 'secure-training', 'public-addresses'],
  checked: '2026-11-28',
  disagreement: true,
};
