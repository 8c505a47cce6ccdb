import { known, unknown, type Known } from '../../../core/known';
import type { Firewall, FirewallPolicy, IpGroup } from '../../../core/network/firewall';
import type { ResourceId, RouteTable, VirtualNetwork } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import { tooComplex } from '../../evaluate/errors';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { allKnown, flagPart, itemsPart, partOf, referencePart, textPart, textsPart } from '../parts';
import { displayName } from '../display-name';
import { addressesOfFirewall, subnetOfFirewall } from './firewall-address';
import { ownCollections, toRuleCollectionGroup } from './to-rule-collections';

const types = {
  firewall: 'microsoft.network/azurefirewalls',
  group: 'microsoft.network/firewallpolicies/rulecollectiongroups',
  ipGroup: 'microsoft.network/ipgroups',
} as const;

/** Firewalls that files certainly make. What a file merely uses, or perhaps makes, stays an appliance. */
export function createdFirewalls(index: DeclaredIndex): readonly DeclaredResource[] {
  return index.of(types.firewall).filter((one) => !one.isExisting && one.isDeployed.known);
}

/** Firewalls of files with all that their rules stand in, as far as the files hold it. */
export function declaredFirewalls(
  index: DeclaredIndex,
  networks: readonly VirtualNetwork[],
  tables: readonly RouteTable[],
): readonly Firewall[] {
  const ipGroups = index
    .of(types.ipGroup)
    .filter(({ isExisting }) => !isExisting)
    .map(toIpGroup);
  return createdFirewalls(index).flatMap((one) => {
    const subnet = subnetOfFirewall(one);
    if (!subnet.known) return [];
    const addresses = addressesOfFirewall(one, networks, tables);
    return [{ ...toFirewall(one, index), ...placeOf(subnet.value), addresses, ipGroups }];
  });
}

function placeOf(subnetId: ResourceId): Pick<Firewall, 'networkId'> {
  return { networkId: subnetId.replace(/\/subnets\/[^/]*$/i, '') };
}

function toIpGroup(group: DeclaredResource): IpGroup {
  return {
    id: group.id,
    name: displayName(group.name),
    addresses: group.isDeployed.known ? textsPart(propertyOf(group, 'ipAddresses')) : group.isDeployed,
  };
}

function toFirewall(
  firewall: DeclaredResource,
  index: DeclaredIndex,
): Omit<Firewall, 'networkId' | 'addresses' | 'ipGroups'> {
  const policies = policiesOf(firewall, index);
  const name = displayName(firewall.name);
  return {
    id: firewall.id,
    name,
    hasPublicAddress: hasPublicAddress(firewall),
    policies: rulesOf(firewall, policies, index),
    dnsProxy: policies.known ? asksDns(firewall, policies.value) : policies,
    nameServers: policies.known ? nameServersOf(firewall, policies.value) : policies,
    dropsThreats: policies.known ? drops([firewall, ...policies.value]) : policies,
  };
}

function hasPublicAddress(firewall: DeclaredResource): Known<boolean> {
  const configurations = itemsPart(propertyOf(firewall, 'ipConfigurations'));
  if (!configurations.known) return configurations;
  const addresses = configurations.value.map((one) =>
    referencePart(partOf(one, 'properties', 'publicIPAddress')),
  );
  if (addresses.some((one) => one.known && one.value !== null)) return known(true);
  return addresses.find((one) => !one.known) ?? known(false);
}

/** Policies have one parent each; a longer line than this goes round in a circle. */
const mostParents = 10;

/** The firewall's policy and its parents, the first of them first; none of a firewall with rules of its own. */
function policiesOf(firewall: DeclaredResource, index: DeclaredIndex): Known<readonly DeclaredResource[]> {
  const found: DeclaredResource[] = [];
  let named = referencePart(propertyOf(firewall, 'firewallPolicy'));
  while (found.length <= mostParents) {
    if (!named.known) return named;
    if (named.value === null) return known(found);
    const policy = index.made(named.value);
    if (!policy.known) return policy;
    found.unshift(policy.value);
    named = referencePart(propertyOf(policy.value, 'basePolicy'));
  }
  return unknown(tooComplex);
}

function rulesOf(
  firewall: DeclaredResource,
  policies: Known<readonly DeclaredResource[]>,
  index: DeclaredIndex,
): Firewall['policies'] {
  if (!policies.known) return policies;
  if (policies.value.length > 0) return known(policies.value.map((one) => toPolicy(one, index)));
  const { id } = firewall;
  const name = displayName(firewall.name);
  const group = { id, name, priority: known(0), collections: ownCollections(firewall) };
  return known([{ id, name, groups: known([group]) }]);
}

/** A policy without any group is given its rules by another file: alone it would let nothing through. */
function toPolicy(policy: DeclaredResource, index: DeclaredIndex): FirewallPolicy {
  const groups = index.below(policy.id, types.group).filter(({ isExisting }) => !isExisting);
  const name = displayName(policy.name);
  return {
    id: policy.id,
    name,
    groups:
      groups.length > 0
        ? known(groups.map(toRuleCollectionGroup))
        : unknown(reason('document.noRuleGroup', { name })),
  };
}

/** A policy that says nothing of it takes it from its parent (firewall-manager/policy-overview, read 2026-11-26). */
function asksDns(firewall: DeclaredResource, policies: readonly DeclaredResource[]): Known<boolean> {
  const own = textPart(
    propertyOf(firewall, 'additionalProperties', 'Network.DNS.EnableProxy'),
    known('false'),
  );
  const said = allKnown(
    policies.map((one) => flagPart<null>(propertyOf(one, 'dnsSettings', 'enableProxy'), known(null))),
  );
  if (!said.known) return said;
  const last = said.value.findLast((one) => one !== null);
  if (last !== undefined) return known(last);
  return own.known ? known(own.value.toLowerCase() === 'true') : own;
}

/** Written as one setting with the proxy, so that they come from the same policy (firewall/dns-settings, read 2026-11-26). */
function nameServersOf(
  firewall: DeclaredResource,
  policies: readonly DeclaredResource[],
): Known<readonly string[]> {
  const settings = policies.map((one) => propertyOf(one, 'dnsSettings')).findLast((one) => one !== undefined);
  if (settings !== undefined) return textsPart(partOf(settings, 'servers'));
  const own = textPart(propertyOf(firewall, 'additionalProperties', 'Network.DNS.Servers'), known(''));
  return own.known ? known(own.value.split(',').flatMap((one) => one.trim() || [])) : own;
}

function drops(all: readonly DeclaredResource[]): Known<boolean> {
  const modes = allKnown(
    all.flatMap((one) => [
      textPart(propertyOf(one, 'threatIntelMode'), known('Alert')),
      textPart(propertyOf(one, 'intrusionDetection', 'mode'), known('Off')),
    ]),
  );
  return modes.known ? known(modes.value.some((mode) => mode.toLowerCase() === 'deny')) : modes;
}
