import { requirement, inCurrentProfile, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'no-outbound-access',
  profiles: inCurrentProfile(
    requirement(setting('default-access'), {
      from: '2026-03-31',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ publicIp: 'without', kinds: alsoOf('virtual-machine') }),
    }),
  ),
  sources: ['default-outbound', 'private-subnets', 'batch-default-outbound', 'default-outbound-2023'],
  checked: '2026-11-28',
};
