import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('databricks-storage'), {
      from: '2020-12-10',
      appliesTo: plans({ kinds: ['databricks'] }),
    }),
  ),
  sources: ['secure-training', 'secure-training-2020'],
  checked: '2026-11-24',
};
