import type { ListedWorkspace } from '../../../azure/ports';
import { parsePrefix } from '../../../core/addresses/prefix';
import { regionDisplayName } from '../../../core/azure-facts/regions';
import { valueOr, type Known } from '../../../core/known';
import type { Subnet, VirtualNetwork } from '../../../core/network/model';
import { resourceGroupOf } from './lines';

/** Checks whether one of the texts contains `filter` (lower case). An empty filter matches everything. */
export function filterMatches(filter: string, ...texts: readonly string[]): boolean {
  return filter === '' || texts.some((one) => one.toLowerCase().includes(filter));
}

export function matchesWorkspace(filter: string, workspace: ListedWorkspace): boolean {
  const { name, resourceGroup, location } = workspace;
  return filterMatches(filter, name, resourceGroup, ...regionNames(location));
}

/**
 * Checks whether a network matches by name, resource group, region, or addresses. An IP address matches the network
 * that contains it.
 */
export function matchesNetwork(filter: string, network: VirtualNetwork): boolean {
  const prefixes = valueOr(network.addressPrefixes, []);
  const { name, id, location } = network;
  return (
    filterMatches(filter, name, resourceGroupOf(id), ...regionNames(location), ...prefixes) ||
    containsAddress(prefixes, filter)
  );
}

export function matchesSubnet(filter: string, subnet: Subnet): boolean {
  const prefixes = valueOr(subnet.addressPrefixes, []);
  return filterMatches(filter, subnet.name, ...prefixes) || containsAddress(prefixes, filter);
}

function regionNames(location: Known<string>): readonly string[] {
  const name = valueOr(location, '');
  return [name, regionDisplayName(name) ?? ''];
}

/**
 * Checks whether prefixes contain an IP address. Only complete addresses count, because “10.4” could be the start of
 * many.
 */
function containsAddress(prefixes: readonly string[], text: string): boolean {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text)) return false;
  const target = parsePrefix(text);
  return (
    target !== undefined &&
    prefixes.some((one) => {
      const prefix = parsePrefix(one);
      return prefix !== undefined && prefix.first <= target.first && target.last <= prefix.last;
    })
  );
}
