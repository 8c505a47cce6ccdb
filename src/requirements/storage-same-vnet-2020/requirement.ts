import { requirement, only2020, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'services',
  profiles: only2020(requirement(setting('storage-network'), { from: '2020-12-10' })),
  sources: ['secure-training-2020', 'secure-training'],
  checked: '2026-11-28',
};
