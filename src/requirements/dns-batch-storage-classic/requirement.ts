import { byCloud, requirement, only2020, setting, storageSuffix } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'names',
  profiles: only2020(requirement(setting('batch-names'), { from: '2020-12-10', severity: 'info' })),
  sources: ['batch-network'],
  checked: '2026-11-28',
  adviceHosts: byCloud((cloud) => [`*.${storageSuffix[cloud]}`]),
};
