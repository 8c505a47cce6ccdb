import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inCurrentProfile(
    requirement(setting('databricks-public-ip'), {
      from: '2023-12-01',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ kinds: ['databricks'], network: 'any' }),
    }),
  ),
  sources: ['psrule-databricks', 'databricks-injection-2020'],
  checked: '2026-11-24',
};
