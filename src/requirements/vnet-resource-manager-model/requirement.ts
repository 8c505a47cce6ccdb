import { requirement, inBothProfiles, plans, alsoOf, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('resource-manager'), {
      from: '2020-12-10',
      appliesTo: plans({ kinds: alsoOf('hdinsight') }),
    }),
  ),
  sources: ['batch-network', 'hdinsight-plan'],
  checked: '2026-11-28',
  effect: 'refused',
};
