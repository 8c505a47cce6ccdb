import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'quota',
  profiles: inBothProfiles(
    requirement(setting('core-quota'), { from: '2020-12-10', appliesTo: plans({ network: 'any' }) }),
  ),
  sources: ['quotas'],
  checked: '2026-12-01',
  effect: 'refused',
};
