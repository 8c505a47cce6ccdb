import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inBothProfiles(
    requirement(setting('registry-sku'), {
      from: '2020-12-10',
      appliesTo: plans({ workspace: 'private-link', network: 'any' }),
    }),
  ),
  sources: ['secure-workspace'],
  checked: '2026-11-28',
  effect: 'refused',
};
