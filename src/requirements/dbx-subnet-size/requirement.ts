import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'addresses',
  profiles: inBothProfiles(
    requirement(setting('databricks-size'), {
      from: '2020-08-10',
      appliesTo: plans({ kinds: ['databricks'] }),
    }),
    {
      from: '2020-08-10',
    },
  ),
  sources: ['databricks-injection', 'databricks-injection-2020'],
  checked: '2026-11-29',
  // “At least /26” and smaller “not recommended” (vnet-inject, read 2026-11-29): no page states a refusal.
  effect: 'documented',
};
