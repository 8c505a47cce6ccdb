import { requirement, inCurrentProfile, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'no-outbound-access',
  profiles: inCurrentProfile(
    requirement(setting('nat-gateway'), { from: '2023-07-10', appliesTo: plans({ publicIp: 'without' }) }),
  ),
  sources: ['nat-resource'],
  checked: '2026-11-28',
  serverless: 'documented',
};
