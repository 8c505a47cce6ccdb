import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inCurrentProfile(
    requirement(setting('perimeter-smb'), {
      from: '2025-07-27',
      level: 'situational',
      severity: 'warning',
      appliesTo: plans({ kinds: ['instance'] }),
    }),
  ),
  sources: ['storage-perimeter', 'security-perimeter'],
  checked: '2026-11-29',
  effect: 'documented',
  disagreement: true,
};
