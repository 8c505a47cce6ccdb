import type { Cloud } from '../core/network/model';
import type { Reason } from '../core/reason';
import { hostNames, hostsIn } from './host-names';
import { findRequirement } from './requirements';

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
