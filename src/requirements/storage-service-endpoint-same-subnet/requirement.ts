import { requirement, inBothProfiles, setting } from '../build';
import type { Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'storage-service-endpoint-same-subnet',
  group: 'services',
  profiles: inBothProfiles(requirement(setting('storage-rule'), { from: '2020-12-10' })),
  sources: ['secure-workspace', 'secure-training-2020'],
  checked: '2026-11-28',
};
