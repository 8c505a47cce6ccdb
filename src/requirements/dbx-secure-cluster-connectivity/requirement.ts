import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'dbx-secure-cluster-connectivity',
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
