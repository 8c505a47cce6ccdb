import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: inBothProfiles(
    requirement(setting('databricks-routes'), {
      from: '2020-08-10',
      appliesTo: plans({ kinds: ['databricks'] }),
    }),
    {
      from: '2020-08-10',
    },
  ),
  sources: ['databricks-routes', 'databricks-injection-2020'],
  checked: '2026-11-29',
};
