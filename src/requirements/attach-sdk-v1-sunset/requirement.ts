import { attachedKinds } from '../../core/compute-kinds';
import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('attach-support'), {
      from: '2025-03-28',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ kinds: attachedKinds, network: 'any' }),
    }),
  ),
  sources: ['sdk-v1', 'attach-targets'],
  checked: '2026-11-28',
  effect: 'documented',
};
