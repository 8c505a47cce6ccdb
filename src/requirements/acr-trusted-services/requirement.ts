import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: inBothProfiles(
    requirement(setting('registry-trust'), { from: '2020-12-10', appliesTo: plans({ network: 'any' }) }),
  ),
  sources: ['secure-workspace', 'managed-network'],
  checked: '2026-11-28',
};
