import { getOrCreate } from '../core/get-or-create';
import type { Cloud } from '../core/network/model';
import type { Reason } from '../core/reason';
import type { HostsByCloud } from './requirement';
import { findRequirement } from './requirements';

/**
 * Returns the host names of a requirement, for firewalls that decide by name; `region` is an ARM location. Empty if
 * Microsoft lists none for that cloud: only the service tag then shows the destination.
 */
export function hostNames(requirement: string, cloud: Cloud, region: string): readonly string[] {
  return hostsIn(findRequirement(requirement)?.hosts ?? noHosts, cloud, region);
}

const noHosts: HostsByCloud = {};

/** Returns the hosts of a cloud, with the region in their names. */
function hostsIn(hosts: HostsByCloud, cloud: Cloud, region: string): readonly string[] {
  return (hosts[cloud] ?? []).map((host) => host.replaceAll('{region}', region));
}

/**
 * Returns the hosts of a requirement from the hosts that a workspace calls, as Azure lists them; empty if the list has
 * none, so that Microsoft's table applies.
 */
export function hostsAmong(listed: readonly string[], requirement: string, cloud: Cloud): readonly string[] {
  if (listed.length === 0) return listed;
  const patterns = hostNames(requirement, cloud, '*');
  return listed.filter((host) => patterns.some((pattern) => isHostOf(host, pattern)));
}

/** True if a pattern matches a host. The pattern can begin with `*.`, and have `*` in place of the region. */
export function isHostOf(host: string, pattern: string): boolean {
  const parts = pattern.split('*').filter((part) => part !== '');
  if (!host.endsWith(parts.at(-1) ?? '')) return false;
  return pattern.startsWith('*')
    ? parts.every((part) => host.includes(part))
    : host.startsWith(parts[0] ?? '');
}

/** Names of the workspace's own account, for which a firewall lists the account. */
const ownAccount = /^\*\.(dfs|file)\./;

/**
 * Returns the host names that must be reachable for a requirement in all of `regions`. For storage, returns only those
 * of the service's own accounts, whose names aren't known in advance.
 */
export function calledNames(
  requirement: string,
  cloud: Cloud,
  regions: readonly string[],
): readonly string[] {
  const names = regions.flatMap((region) => hostNames(requirement, cloud, region));
  return [...new Set(names)].filter((name) => !ownAccount.test(name));
}

/**
 * Advice by cloud, region, and requirement, because thousands of subnets in a few regions have the same. Looked up by
 * the texts themselves: a joined key takes longer than the lookups.
 */
const advices = new Map<Cloud, Map<string, Map<string, Reason>>>();
/** More than the regions of a cloud. */
const mostRegions = 100;

/** Returns the advice of a requirement in a cloud, with the hosts of that cloud; `region` is an ARM location. */
export function adviceOf(requirement: string, cloud: Cloud, region: string): Reason {
  const ofRegion = advicesIn(cloud, region);
  return getOrCreate(ofRegion, requirement, () => createAdvice(requirement, cloud, region));
}

function advicesIn(cloud: Cloud, region: string): Map<string, Reason> {
  const ofCloud = getOrCreate(advices, cloud, () => new Map<string, Map<string, Reason>>());
  const before = ofCloud.get(region);
  if (before) return before;
  if (ofCloud.size >= mostRegions) ofCloud.clear();
  const added = new Map<string, Reason>();
  ofCloud.set(region, added);
  return added;
}

function createAdvice(requirement: string, cloud: Cloud, region: string): Reason {
  const own = findRequirement(requirement)?.adviceHosts;
  return adviceWith(requirement, own ? hostsIn(own, cloud, region) : hostNames(requirement, cloud, region));
}

/** Returns the same advice with other hosts. */
export function adviceWith(requirement: string, hosts: readonly string[]): Reason {
  const key = `requirement.${requirement}.ask`;
  return hosts.length === 0 ? { key } : { key, values: { hosts } };
}
