import { requirement, only2020, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: only2020(
    requirement(noteUnlessInternet('always'), {
      from: '2020-12-10',
      severity: 'warning',
      appliesTo: plans({ kinds: ['instance'] }),
    }),
  ),
  sources: ['secure-training-2020', 'secure-training-2022'],
  checked: '2026-11-28',
};
