import { requirement, inCurrentProfile, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'no-outbound-access',
  profiles: inCurrentProfile(
    requirement(setting('direct-routes'), {
      from: '2025-12-03',
      level: 'forbidden',
      appliesTo: plans({ publicIp: 'without', kinds: alsoOf('virtual-machine') }),
    }),
  ),
  sources: ['default-outbound'],
  checked: '2026-11-28',
  serverless: 'derived',
};
