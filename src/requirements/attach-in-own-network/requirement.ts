import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'placement',
  profiles: inBothProfiles(
    requirement(setting('attach-network'), {
      from: '2020-12-10',
      level: 'recommended',
      severity: 'warning',
      appliesTo: plans({ kinds: ['databricks', 'hdinsight'], network: 'any' }),
    }),
  ),
  sources: ['secure-training', 'databricks-injection', 'hdinsight-plan', 'secure-training-2020'],
  checked: '2026-11-28',
  effect: 'documented',
};
