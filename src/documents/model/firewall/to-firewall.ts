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

/**
 * Returns the firewalls that the files certainly create. A firewall that they only use, or possibly create, is treated
 * as a virtual appliance.
 */
export function createdFirewalls(index: DeclaredIndex): readonly DeclaredResource[] {
  return index.of(types.firewall).filter((one) => !one.isExisting && one.isDeployed.known);
}

/**
 * Converts the firewalls of files, with the policies and IP groups of their rules, as far as the files contain them.
 */
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
    dnsProxy: policies.known ? usesDnsProxy(firewall, policies.value) : policies,
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

/** A policy has at most one parent. A longer chain than this is circular. */
const mostParents = 10;

/** Returns the firewall's policy and its parents, topmost parent first. Empty for a firewall with its own rules. */
function policiesOf(firewall: DeclaredResource, index: DeclaredIndex): Known<readonly DeclaredResource[]> {
  const found: DeclaredResource[] = [];
  let named = referencePart(propertyOf(firewall, 'firewallPolicy'));
  while (found.length <= mostParents) {
    if (!named.known) return named;
    if (named.value === null) return known(found);
    const policy = index.createdById(named.value);
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

/**
 * Converts a policy. If it doesn't have a rule collection group, another file adds the rules: without rules, it would
 * block everything.
 */
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

/**
 * Returns whether the DNS proxy is on. A policy without this setting inherits it from its parent
 * (firewall-manager/policy-overview, read 2026-11-26).
 */
function usesDnsProxy(firewall: DeclaredResource, policies: readonly DeclaredResource[]): Known<boolean> {
  const own = textPart(
    propertyOf(firewall, 'additionalProperties', 'Network.DNS.EnableProxy'),
    known('false'),
  );
  const settings = allKnown(
    policies.map((one) => flagPart<null>(propertyOf(one, 'dnsSettings', 'enableProxy'), known(null))),
  );
  if (!settings.known) return settings;
  const last = settings.value.findLast((one) => one !== null);
  if (last !== undefined) return known(last);
  return own.known ? known(own.value.toLowerCase() === 'true') : own;
}

/**
 * Returns the DNS servers. They are written in one setting with the proxy, so both come from the same policy
 * (firewall/dns-settings, read 2026-11-26).
 */
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
