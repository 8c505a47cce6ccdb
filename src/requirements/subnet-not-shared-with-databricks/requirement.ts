import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('databricks-subnet'), {
      from: '2020-08-10',
      level: 'forbidden',
      appliesTo: plans({ kinds: alsoOf('virtual-machine') }),
    }),
  ),
  sources: ['databricks-injection-2020', 'databricks-injection'],
  checked: '2026-11-28',
  effect: 'refused',
  serverless: 'derived',
};
