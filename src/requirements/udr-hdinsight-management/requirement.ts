import { requirement, inBothProfiles, plans, setting } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'routes',
  cause: 'reply-route',
  profiles: inBothProfiles(
    requirement(setting('management-replies'), {
      from: '2019-10-22',
      appliesTo: plans({ kinds: ['hdinsight'], publicIp: 'with' }),
    }),
    {
      from: '2019-10-22',
    },
  ),
  sources: ['hdinsight-restrict', 'hdinsight-traffic', 'hdinsight-plan', 'hdinsight-addresses'],
  checked: '2026-11-29',
};
