import {
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  noteUnlessInternet,
  plans,
  setting,
  inCurrentProfile,
} from './build';
import type { RemoteTemplate, Requirement } from './requirement';

const cluster = plans({ kinds: ['hdinsight'] });
const reached = plans({ kinds: ['hdinsight'], publicIp: 'with' });

/** Where HDInsight looks after its clusters from. */
const management: RemoteTemplate = { is: 'tag', tag: 'HDInsight', scope: 'hdinsight' };

/** What is asked of an HDInsight cluster that is attached. */
export const hdInsightRequirements: readonly Requirement[] = [
  {
    id: 'hdi-public-ip-required',
    group: 'inbound',
    profiles: inCurrentProfile(
      requirement(setting('cluster-address'), {
        from: '2021-10-21',
        appliesTo: plans({ kinds: ['hdinsight'], network: 'any' }),
      }),
    ),
    sources: ['attach-targets'],
    disagreement: false,
  },
  {
    id: 'inbound-hdinsight-443',
    group: 'inbound',
    profiles: inBothProfiles(
      requirement(
        flows(flowTemplate('Inbound', 'TCP 443', { remote: management, ruleName: 'Allow-HDInsight-443' })),
        {
          from: '2019-10-22',
          appliesTo: reached,
        },
      ),
      { from: '2019-10-22' },
    ),
    sources: ['hdinsight-traffic', 'hdinsight-tags', 'hdinsight-addresses'],
    disagreement: false,
  },
  {
    id: 'inbound-hdinsight-kafka-9400',
    group: 'inbound',
    profiles: inCurrentProfile(
      requirement(
        flows(
          flowTemplate('Inbound', 'TCP 9400', { remote: management, ruleName: 'Allow-HDInsight-Kafka-9400' }),
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
    disagreement: false,
  },
  {
    id: 'hdinsight-dns-53',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(setting('platform-dns'), { from: '2019-10-22', severity: 'warning', appliesTo: cluster }),
      { from: '2019-10-22' },
    ),
    sources: ['hdinsight-addresses', 'security-groups'],
    disagreement: false,
  },
  {
    id: 'hdi-egress-fqdn',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(noteUnlessInternet('unless-internet'), {
        from: '2020-04-17',
        severity: 'warning',
        appliesTo: cluster,
      }),
      { from: '2020-04-17' },
    ),
    sources: ['hdinsight-restrict'],
    disagreement: false,
  },
  {
    id: 'hdi-no-service-endpoint-policy',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(setting('cluster-policy'), { from: '2018-09-18', level: 'forbidden', appliesTo: cluster }),
      { from: '2018-09-18' },
    ),
    sources: ['endpoint-policies'],
    disagreement: false,
  },
  {
    id: 'udr-hdinsight-management',
    group: 'routes',
    profiles: inBothProfiles(
      requirement(setting('management-replies'), { from: '2019-10-22', appliesTo: reached }),
      {
        from: '2019-10-22',
      },
    ),
    sources: ['hdinsight-restrict', 'hdinsight-traffic', 'hdinsight-plan', 'hdinsight-addresses'],
    disagreement: false,
  },
  {
    id: 'hdi-existing-cluster-immutable',
    group: 'placement',
    profiles: inBothProfiles(
      requirement(noteUnlessInternet('always'), {
        from: '2020-04-21',
        level: 'forbidden',
        appliesTo: plans({ kinds: ['hdinsight'], network: 'any' }),
      }),
      { from: '2020-04-21' },
    ),
    sources: ['hdinsight-plan'],
    disagreement: false,
  },
];
