import { requirement, inCurrentProfile, flowTemplate, flows, plans } from '../build';
import type { RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'inbound',
  profiles: inCurrentProfile(
    requirement(
      flows(
        flowTemplate('Inbound', 'TCP 9400', {
          remote: { is: 'tag', tag: 'HDInsight', scope: 'hdinsight' },
          ruleName: 'Allow-HDInsight-Kafka-9400',
        }),
      ),
      {
        from: '2024-06-15',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ kinds: ['hdinsight'], publicIp: 'with', clusterType: 'Kafka' }),
      },
    ),
  ),
  sources: ['hdinsight-traffic'],
  checked: '2026-11-29',
};
