import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(setting('tag-regions'), {
      from: '2024-01-31',
      severity: 'warning',
      appliesTo: plans({ kinds: ['cluster'] }),
    }),
  ),
  sources: ['secure-training', 'public-internet-access', 'data-exfiltration', 'traffic-flow'],
  checked: '2026-11-28',
  disagreement: true,
  serverless: 'documented',
};
