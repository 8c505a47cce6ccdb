import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('same-region'), {
      from: '2023-04-14',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ kinds: ['cluster'] }),
    }),
    { level: 'required', severity: 'error' },
  ),
  sources: [
    'secure-training',
    'create-cluster',
    'private-link',
    'secure-training-2022',
    'secure-training-2020',
  ],
  checked: '2026-11-28',
  effect: 'documented',
  disagreement: true,
};
