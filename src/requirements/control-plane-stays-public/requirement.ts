import { requirement, inCurrentProfile, noteUnlessInternet, plans } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'control-plane-stays-public',
  group: 'services',
  profiles: inCurrentProfile(
    requirement(noteUnlessInternet('always'), {
      from: '2025-05-22',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ workspace: 'private-link', network: 'any' }),
    }),
  ),
  sources: ['private-link'],
  checked: '2026-11-28',
  effect: 'documented',
  isSameForEverySubnet: true,
};
