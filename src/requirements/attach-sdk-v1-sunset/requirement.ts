import { attachedKinds, traitsOf } from '../../core/compute-kinds';
import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('attach-support'), {
      from: '2025-03-28',
      level: 'recommended',
      severity: 'warning',
      // CLI v2 and SDK v2 attach the other kinds.
      appliesTo: plans({ kinds: attachedKinds.filter((kind) => !traitsOf(kind).worksInV2), network: 'any' }),
    }),
  ),
  sources: ['sdk-v1', 'attach-targets', 'cli-v2-attach'],
  checked: '2026-12-02',
  effect: 'documented',
};
