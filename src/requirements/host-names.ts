import type { Cloud } from '../core/network/model';
import type { Reason } from '../core/reason';
import type { HostsByCloud } from './requirement';
import { findRequirement } from './requirements';

/**
 * The host names behind a requirement, for firewalls that go by name; `region` is an ARM location.
 * Empty where Microsoft lists none for that cloud: then only the service tag says where the traffic goes.
 */
export function hostNames(requirement: string, cloud: Cloud, region: string): readonly string[] {
  return hostsIn(findRequirement(requirement)?.hosts ?? noHosts, cloud, region);
}

const noHosts: HostsByCloud = {};

/** The hosts of a cloud, with the region in their names. */
function hostsIn(hosts: HostsByCloud, cloud: Cloud, region: string): readonly string[] {
  return (hosts[cloud] ?? []).map((host) => host.replaceAll('{region}', region));
}

/**
 * Of the hosts that a workspace calls, as Azure lists them, those of a requirement; empty where the list has none, so that
 * Microsoft's table stays.
 */
export function hostsAmong(listed: readonly string[], requirement: string, cloud: Cloud): readonly string[] {
  if (listed.length === 0) return listed;
  const patterns = hostNames(requirement, cloud, '*');
  return listed.filter((host) => patterns.some((pattern) => isHostOf(host, pattern)));
}

/** True of a host that a pattern means; it may begin with `*.`, and hold `*` in place of the region. */
export function isHostOf(host: string, pattern: string): boolean {
  const parts = pattern.split('*').filter((part) => part !== '');
  if (!host.endsWith(parts.at(-1) ?? '')) return false;
  return pattern.startsWith('*')
    ? parts.every((part) => host.includes(part))
    : host.startsWith(parts[0] ?? '');
}

/** Names of the workspace's own account, which a firewall lists by the account. */
const ownAccount = /^\*\.(dfs|file)\./;

/**
 * The host names that must be reached for a requirement in all of `regions`. Of storage only those of the service's own
 * accounts, whose names nobody knows beforehand.
 */
export function calledNames(
  requirement: string,
  cloud: Cloud,
  regions: readonly string[],
): readonly string[] {
  const names = regions.flatMap((region) => hostNames(requirement, cloud, region));
  return [...new Set(names)].filter((name) => !ownAccount.test(name));
}

/** What a requirement advises in a cloud, with the hosts of that cloud; `region` is an ARM location. */
export function adviceOf(requirement: string, cloud: Cloud, region: string): Reason {
  const own = findRequirement(requirement)?.adviceHosts;
  return adviceWith(requirement, own ? hostsIn(own, cloud, region) : hostNames(requirement, cloud, region));
}

/** The same with hosts that are known otherwise. */
export function adviceWith(requirement: string, hosts: readonly string[]): Reason {
  const key = `requirement.${requirement}.ask`;
  return hosts.length === 0 ? { key } : { key, values: { hosts } };
}
