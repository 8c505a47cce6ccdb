import { nameOf } from '../../core/network/find';
import type { FlowTemplate } from '../../requirements/requirement';
import { met, notMet, notNeeded, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext, SubnetContext } from '../setting-context';
import { touchesPorts, writtenRules } from '../written-rules';
import { notChosen, targetOf } from './attached';
import { judgeReplies } from './routes';

/** Requirement `hdi-public-ip-required`. */
export function judgeClusterAddress({ plan }: PlanContext): SettingAnswer {
  const cluster = targetOf(plan, 'hdinsight');
  if (!cluster) return notChosen();
  const { name, outboundOnly, sshAddress } = cluster;
  if (!outboundOnly.known) return undecided(outboundOnly.because);
  if (outboundOnly.value) return notMet('judge.hdinsight.outboundOnly', { name });
  if (!sshAddress.known) return undecided(sshAddress.because);
  return sshAddress.value === null
    ? notMet('judge.hdinsight.noSsh', { name })
    : met('judge.hdinsight.ssh', { address: sshAddress.value });
}

/** Requirement `hdi-no-service-endpoint-policy`. */
export function judgeClusterPolicy({ place }: SubnetContext): SettingAnswer {
  const { serviceEndpointPolicies } = place.subnet;
  if (!serviceEndpointPolicies.known) return undecided(serviceEndpointPolicies.because);
  const [policy] = serviceEndpointPolicies.value;
  return policy === undefined
    ? met('judge.hdinsight.noPolicy')
    : notMet('judge.hdinsight.policy', { name: nameOf(policy) });
}

/**
 * Requirement `hdinsight-dns-53`. No rule stops Azure's own name servers unless it names them (network security groups,
 * 2025-07-15), so the first that does decides.
 */
export function judgePlatformDns({ model, place }: SubnetContext): SettingAnswer {
  const { dnsServers } = place.network;
  if (!dnsServers.known) return undecided(dnsServers.because);
  if (dnsServers.value.length > 0) return notNeeded('judge.dns.own');
  const rules = writtenRules(model, place.subnet, 'Outbound');
  if (!rules.known) return undecided(rules.because);
  const naming = rules.value?.find(
    ({ destinations, destinationPorts }) =>
      destinations.some((one) => one.toLowerCase() === 'azureplatformdns') &&
      touchesPorts(destinationPorts, ['53']),
  );
  return naming?.access === 'Deny'
    ? notMet('judge.dns.stopped', { priority: naming.priority, name: naming.name })
    : met('judge.dns.open');
}

const managementCall: FlowTemplate = {
  direction: 'Inbound',
  protocol: 'TCP',
  ports: ['443'],
  remote: { is: 'tag', tag: 'HDInsight', scope: 'hdinsight' },
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-HDInsight-443',
};

/** Requirement `udr-hdinsight-management`: the answers to HDInsight's calls, asked without any security group. */
export function judgeManagementReplies(context: SubnetContext): SettingAnswer {
  return judgeReplies(context, managementCall, 'inbound-hdinsight-443');
}
