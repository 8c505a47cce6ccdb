import { listAt, textAt, type JsonObject } from '../../azure/json';
import {
  ipGroupsIn,
  policyOf,
  toFirewall,
  toIpGroup,
  type PolicyBodies,
} from '../../azure/network/to-firewall';
import { known, unknown, type Known } from '../../core/known';
import type { Firewall, IpGroup } from '../../core/network/firewall';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';

/** Returns the bodies of one resource type in the files. */
export type FirewallBodiesOf = (type: string) => readonly JsonObject[];

/** Returns the firewalls in the files, with their policies and IP groups in the files. Missing ones are unknown. */
export function firewallsInFiles(bodies: FirewallBodiesOf): readonly Firewall[] {
  return bodies('Microsoft.Network/azureFirewalls').flatMap((firewall) => {
    const policies = policiesOf(policyOf(firewall), bodies);
    const groups = policies.known
      ? policies.value.flatMap((one) => (one.groups.known ? one.groups.value : []))
      : [];
    const ipGroups = ipGroupsIn([firewall, ...groups]).map((id) => ipGroupOf(id, bodies));
    return toFirewall({ firewall, policies, ipGroups }) ?? [];
  });
}

/** A policy has at most one parent. A longer chain than this is circular. */
const mostParents = 10;

function policiesOf(own: ResourceId | undefined, bodies: FirewallBodiesOf): Known<readonly PolicyBodies[]> {
  const found: PolicyBodies[] = [];
  let id = own;
  while (id !== undefined && found.length < mostParents) {
    const policy = withId(bodies('Microsoft.Network/firewallPolicies'), id);
    if (!policy) return notInFiles(id);
    found.unshift({ policy, groups: groupsOf(policy, bodies) });
    id = policyOf(policy);
  }
  return id === undefined ? known(found) : unknown(reason('unknown.tooComplex'));
}

/** Returns the groups that a policy refers to, which are exported separately. */
function groupsOf(policy: JsonObject, bodies: FirewallBodiesOf): Known<readonly JsonObject[]> {
  const all = bodies('Microsoft.Network/firewallPolicies/ruleCollectionGroups');
  const parent = `${textAt(policy, 'id') ?? ''}/ruleCollectionGroups/`.toLowerCase();
  const own = all.filter((one) => (textAt(one, 'id') ?? '').toLowerCase().startsWith(parent));
  const named = listAt(policy, 'properties', 'ruleCollectionGroups').flatMap(
    (one) => textAt(one, 'id') ?? [],
  );
  const missing = named.find((id) => !withId(own, id));
  return missing === undefined ? known(own) : notInFiles(missing);
}

function ipGroupOf(id: ResourceId, bodies: FirewallBodiesOf): IpGroup {
  const body = withId(bodies('Microsoft.Network/ipGroups'), id);
  return body ? toIpGroup(body) : { id, name: nameOf(id), addresses: notInFiles(id) };
}

function withId(all: readonly JsonObject[], id: ResourceId): JsonObject | undefined {
  return all.find((one) => sameId(textAt(one, 'id') ?? '', id));
}

function notInFiles(id: ResourceId): Known<never> {
  return unknown(reason('terminal.notInFiles', { name: nameOf(id) }));
}
