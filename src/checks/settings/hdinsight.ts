import { nameOf } from '../../core/network/find';
import type { FlowTemplate } from '../../requirements/requirement';
import {
  passed,
  failed,
  failedBy,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, PlanContext, TrafficContext } from '../setting-context';
import { asDecider, touchesPorts, writtenRules } from '../written-rules';
import { attachTargetOf } from '../target';
import { notChosen } from './attached';
import { checkReplies } from './routes';

/** Checks requirement `hdi-public-ip-required`. */
export function checkClusterAddress({ plan }: PlanContext): SettingResult {
  const cluster = attachTargetOf(plan, 'hdinsight');
  if (!cluster) return notChosen();
  const { name, outboundOnly, sshAddress } = cluster;
  if (!outboundOnly.known) return unknownResult(outboundOnly.because);
  if (outboundOnly.value) return failed('check.hdinsight.outboundOnly', { name });
  if (!sshAddress.known) return unknownResult(sshAddress.because);
  return sshAddress.value === null
    ? failed('check.hdinsight.noSsh', { name })
    : passed('check.hdinsight.ssh', { address: sshAddress.value });
}

/** Checks requirement `hdi-no-service-endpoint-policy`. */
export function checkClusterPolicy({ place }: PlaceContext): SettingResult {
  const { serviceEndpointPolicies } = place.subnet;
  if (!serviceEndpointPolicies.known) return unknownResult(serviceEndpointPolicies.because);
  const [policy] = serviceEndpointPolicies.value;
  return policy === undefined
    ? passed('check.hdinsight.noPolicy')
    : failed('check.hdinsight.policy', { name: nameOf(policy) });
}

/**
 * Checks requirement `hdinsight-dns-53`. A rule blocks Azure's DNS servers only if it names them (network security
 * groups, 2025-07-15), so the first such rule decides.
 */
export function checkPlatformDns({ model, place }: PlaceContext): SettingResult {
  const { dnsServers } = place.network;
  if (!dnsServers.known) return unknownResult(dnsServers.because);
  if (dnsServers.value.length > 0) return notApplicable('check.dns.own');
  const rules = writtenRules(model, place.subnet, 'Outbound');
  if (!rules.known) return unknownResult(rules.because);
  const naming = rules.value?.find(
    ({ destinations, destinationPorts }) =>
      destinations.some((one) => one.toLowerCase() === 'azureplatformdns') &&
      touchesPorts(destinationPorts, ['53']),
  );
  return naming?.access === 'Deny'
    ? failedBy(asDecider(naming), 'check.dns.stopped', { priority: naming.priority, name: naming.name })
    : passed('check.dns.open');
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

/** Checks requirement `udr-hdinsight-management`: the replies to HDInsight's calls, evaluated without NSGs. */
export function checkManagementReplies(context: TrafficContext): SettingResult {
  return checkReplies(context, managementCall, 'inbound-hdinsight-443');
}
