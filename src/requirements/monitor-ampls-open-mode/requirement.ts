import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inCurrentProfile(
    requirement(setting('monitoring'), {
      from: '2024-07-08',
      level: 'situational',
      severity: 'warning',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: ['secure-workspace'],
  checked: '2026-11-28',
};
