import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  cause: 'lock',
  profiles: inCurrentProfile(
    requirement(setting('workspace-lock'), {
      from: '2024-05-03',
      level: 'forbidden',
      appliesTo: plans({ kinds: ['cluster'], network: 'any' }),
    }),
  ),
  sources: ['create-cluster', 'resource-lock'],
  checked: '2026-11-28',
};
