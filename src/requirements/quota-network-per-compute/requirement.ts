import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  profiles: inBothProfiles(
    requirement(setting('network-quota'), { from: '2020-12-10', appliesTo: plans({ publicIp: 'with' }) }),
  ),
  sources: ['secure-training', 'batch-network', 'limits', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'refused',
};
