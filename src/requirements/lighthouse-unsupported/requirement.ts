import { requirement, inCurrentProfile, noteUnlessInternet, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inCurrentProfile(
    requirement(noteUnlessInternet('always'), {
      from: '2024-07-26',
      level: 'forbidden',
      appliesTo: plans({ network: 'any' }),
    }),
  ),
  sources: ['secure-training', 'secure-training-2024'],
  checked: '2026-11-28',
  effect: 'documented',
  serverless: 'documented',
  isSameForEverySubnet: true,
};
