import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  cause: 'endpoint-missing',
  profiles: inCurrentProfile(
    requirement(setting('workspace-connection'), {
      from: '2025-06-12',
      appliesTo: plans({ kinds: ['cluster'], workspace: 'private-link' }),
    }),
  ),
  sources: ['secure-training'],
  checked: '2026-11-28',
};
