import type { HdInsightTarget } from '../../core/attach-target';
import { known, mapKnown } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { listAt, textAt, type JsonObject } from '../json';
import { nameIn, enumMember } from '../network/members';
import { unreadMember } from '../network/unreadable';
import { targetBase } from './target-base';

/** An HDInsight cluster. */
export function toHdInsight(body: JsonObject): HdInsightTarget {
  const name = nameIn(body);
  const kind = textAt(body, 'properties', 'clusterDefinition', 'kind');
  // Clusters from before private link do not speak of it; their provider comes to them.
  const connection =
    textAt(body, 'properties', 'networkProperties', 'resourceProviderConnection') ?? 'Inbound';
  return {
    kind: 'hdinsight',
    ...targetBase(body),
    subnets: known(subnetsOf(body)),
    clusterType: kind === undefined ? unreadMember(name) : known(inTitleCase(kind)),
    sshAddress: known(sshAddressOf(body)),
    outboundOnly: mapKnown(
      enumMember(['Inbound', 'Outbound'], connection, name),
      (word) => word === 'Outbound',
    ),
  };
}

/** Each once: head, worker and ZooKeeper nodes share one as a rule. */
function subnetsOf(body: JsonObject): readonly ResourceId[] {
  const all = listAt(body, 'properties', 'computeProfile', 'roles').flatMap(
    (role) => textAt(role, 'virtualNetworkProfile', 'subnet') ?? [],
  );
  return all.filter((id, index) => all.findIndex((other) => sameId(other, id)) === index);
}

function sshAddressOf(body: JsonObject): string | null {
  const endpoints = listAt(body, 'properties', 'connectivityEndpoints');
  const ssh = endpoints.find((one) => textAt(one, 'name')?.toUpperCase() === 'SSH');
  return textAt(ssh, 'location') ?? null;
}

/** Azure keeps the kind as it was once typed: `spark`, `SPARK`. */
function inTitleCase(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase();
}
