import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'lock-on-vnet-resource-group',
  group: 'quota',
  profiles: inBothProfiles(requirement(setting('network-lock'), { from: '2020-12-10', level: 'forbidden' })),
  sources: ['resource-lock', 'secure-training', 'create-cluster', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
