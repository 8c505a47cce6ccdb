import { formatPrefix, parsePrefix } from '../../core/addresses/prefix';
import { isWithin } from '../nodes/ranges';
import type { NodeNetwork } from '../nodes/node-network';
import type { NextHop, UserRoute } from '../nodes/routes';
import type { BodyObject } from '../body-json';

/** Returns the effective routes of a network interface, with overridden routes as invalid. */
export function effectiveRoutesOf({ context }: NodeNetwork): BodyObject[] {
  const { networkPrefixes, peeredPrefixes, userRoutes, learned, tags } = context;
  const written = userRoutes.map((route) => ({
    route,
    prefixes: prefixesOf(route, tags.texts(route.prefix)),
  }));
  const isWritten = (prefix: string): boolean => written.some(({ prefixes }) => prefixes.includes(prefix));
  const own = (nextHopType: string, prefixes: readonly string[]): BodyObject[] =>
    prefixes.map((prefix) => ({
      source: 'Default',
      state: isWritten(prefix) ? 'Invalid' : 'Active',
      addressPrefix: [prefix],
      nextHopType,
      nextHopIpAddress: [],
    }));
  const hasDefault = isWritten('0.0.0.0/0');
  const space = networkPrefixes.map(parsePrefix).filter((range) => range !== undefined);
  const dropped = droppedRanges.filter((text) => {
    const range = parsePrefix(text);
    return range !== undefined && !space.some((one) => isWithin(range, one));
  });
  return [
    ...own('VnetLocal', networkPrefixes),
    ...own('VNetPeering', peeredPrefixes),
    ...learned.map(({ prefix, nextHopAddress }) => ({
      source: 'VirtualNetworkGateway',
      state: isWritten(prefix) ? 'Invalid' : 'Active',
      addressPrefix: [prefix],
      nextHopType: 'VirtualNetworkGateway',
      nextHopIpAddress: [nextHopAddress],
    })),
    ...own('Internet', learned.some(({ prefix }) => prefix === '0.0.0.0/0') ? [] : ['0.0.0.0/0']),
    ...(hasDefault ? [] : own('None', dropped)),
    ...written.map(({ route, prefixes }) => ({
      name: route.name,
      source: 'User',
      state: 'Active',
      addressPrefix: [...prefixes],
      nextHopType: hopTypes[route.nextHop.kind],
      nextHopIpAddress: route.nextHop.kind === 'appliance' ? [route.nextHop.address] : [],
    })),
  ];
}

const droppedRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

const hopTypes: Readonly<Record<NextHop['kind'], string>> = {
  local: 'VnetLocal',
  peering: 'VNetPeering',
  internet: 'Internet',
  'service-endpoint': 'VirtualNetworkServiceEndpoint',
  gateway: 'VirtualNetworkGateway',
  appliance: 'VirtualAppliance',
  none: 'None',
};

/** Returns the prefixes of a route. A route to a tag is shown with the tag's prefixes. */
function prefixesOf({ prefix }: UserRoute, ofTag: readonly string[]): readonly string[] {
  const written = parsePrefix(prefix);
  return written ? [formatPrefix(written)] : ofTag;
}
