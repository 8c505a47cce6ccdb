import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'acr-network-placement',
  group: 'services',
  profiles: inBothProfiles(
    requirement(setting('registry-place'), {
      from: '2020-12-10',
      level: 'recommended',
      severity: 'warning',
    }),
  ),
  sources: ['secure-workspace', 'security-perimeter'],
  checked: '2026-11-28',
};
