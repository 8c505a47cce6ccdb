import { requirement, inBothProfiles, flowTemplate, flows, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inBothProfiles(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 443', {
          remote: { is: 'tag', tag: 'HDInsight', scope: 'hdinsight' },
          ruleName: 'Allow-HDInsight-443',
        }),
      ),
      {
        from: '2019-10-22',
        appliesTo: plans({ kinds: ['hdinsight'], publicIp: 'with' }),
      },
    ),
    { from: '2019-10-22' },
  ),
  sources: ['hdinsight-traffic', 'hdinsight-tags', 'hdinsight-addresses'],
  checked: '2026-11-29',
};
