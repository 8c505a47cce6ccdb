import { requirement, inBothProfiles, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(noteUnlessInternet('always'), {
      from: '2025-06-12',
      level: 'optional',
      severity: 'info',
      appliesTo: plans({ kinds: ['databricks'], network: 'any', workspace: 'private-link' }),
    }),
  ),
  sources: ['secure-training'],
  checked: '2026-11-24',
  effect: 'documented',
};
