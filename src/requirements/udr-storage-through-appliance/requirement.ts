import {
  requirement,
  only2020,
  hostNamesOnly,
  tagOfRegion,
  byCloud,
  storageHostPatterns,
  storageSuffix,
} from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  profiles: only2020(
    requirement(
      hostNamesOnly({
        remote: tagOfRegion('Storage'),
        behindAppliance: true,
      }),
      { from: '2020-12-10' },
    ),
  ),
  sources: ['secure-training-2020', 'batch-network'],
  checked: '2026-11-28',
  hosts: byCloud(storageHostPatterns),
  adviceHosts: byCloud((cloud) =>
    ['blob', 'queue', 'table'].map((service) => `*.${service}.${storageSuffix[cloud]}`),
  ),
};
