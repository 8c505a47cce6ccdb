import { requirement, inBothProfiles, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'addresses',
  profiles: inBothProfiles(
    requirement(setting('subnet-size'), {
      from: '2020-12-10',
      level: 'recommended',
      basis: 'derived',
      severity: 'warning',
    }),
  ),
  sources: ['network-faq', 'secure-training'],
  checked: '2026-11-28',
  serverless: 'documented',
};
