import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  cause: 'nsg-rule-blocks',
  profiles: inBothProfiles(
    requirement(setting('ssh'), {
      from: '2020-12-10',
      level: 'optional',
      severity: 'warning',
      appliesTo: plans({ publicIp: 'with' }),
    }),
  ),
  sources: ['create-cluster', 'batch-network', 'secure-training-2020'],
  checked: '2026-11-28',
};
