import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  // For clusters, `cluster-cross-region-connectivity` requires the same.
  group: 'placement',
  cause: 'endpoint-missing',
  profiles: inBothProfiles(
    requirement(setting('workspace-connection'), {
      from: '2025-05-22',
      appliesTo: plans({ kinds: ['instance'], workspace: 'private-link' }),
    }),
  ),
  sources: ['private-link', 'secure-training'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
};
