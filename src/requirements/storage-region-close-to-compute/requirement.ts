import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(setting('data-region'), {
      from: '2022-08-29',
      level: 'recommended',
      severity: 'info',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: ['secure-training', 'secure-training-2022'],
  checked: '2026-11-28',
  effect: 'documented',
  serverless: 'documented',
  isSameForEverySubnet: true,
};
