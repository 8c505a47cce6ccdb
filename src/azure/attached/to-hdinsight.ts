import type { HdInsightTarget } from '../../core/attach-target';
import { known, mapKnown } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { listAt, textAt, type JsonObject } from '../json';
import { nameIn, enumMember } from '../network/members';
import { unreadMember } from '../network/unreadable';
import { targetBase } from './target-base';

/** Converts the body of an HDInsight cluster. */
export function toHdInsight(body: JsonObject): HdInsightTarget {
  const name = nameIn(body);
  const kind = textAt(body, 'properties', 'clusterDefinition', 'kind');
  // Clusters that predate private link omit this member. Their resource provider connects inbound.
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

/** Returns each subnet once: head, worker, and ZooKeeper nodes usually share a subnet. */
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

/** Azure keeps the kind as the user typed it: `spark`, `SPARK`. */
function inTitleCase(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase();
}
