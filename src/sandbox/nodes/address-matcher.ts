import { parseIpv4 } from '../../core/addresses/ipv4';
import { parsePrefix } from '../../core/addresses/prefix';
import { rangeContains } from './ranges';
import type { RouteContext } from './routes';
import type { AddressMatcher } from './rules';

const hostAddress = parseIpv4('168.63.129.16') ?? 0;
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'];

/**
 * Returns the addresses behind names in rules, for machines of a subnet. `VirtualNetwork` includes the network, its
 * peers, the host address, and the prefixes of user-defined routes and of learned routes. So a 0.0.0.0/0 route extends
 * it to all addresses (service tags overview). `Internet` is all public addresses outside of the network. Prefixes of a
 * service tag route are excluded from it, as a user reported (MicrosoftDocs/azure-docs issue 94454), which is a guess.
 */
export function meaningIn(context: RouteContext): AddressMatcher {
  const inAny = (prefixes: readonly string[], address: number): boolean =>
    prefixes.some((text) => {
      const range = parsePrefix(text);
      return range !== undefined && rangeContains(range, address);
    });
  const known = [...context.networkPrefixes, ...context.peeredPrefixes];
  const routed = [...context.userRoutes, ...context.learned].map((route) => route.prefix);
  const tagRoutes = routed.filter((prefix) => context.tags.has(prefix));
  const isVirtualNetwork = (address: number): boolean =>
    address === hostAddress || inAny(known, address) || inAny(routed, address);
  const isInternet = (address: number): boolean =>
    address !== hostAddress &&
    !inAny(known, address) &&
    !inAny(privatePrefixes, address) &&
    !tagRoutes.some((tag) => context.tags.contains(tag, address));
  return (named, address) => {
    switch (named.toLowerCase()) {
      case '*':
      case 'any':
        return true;
      case 'virtualnetwork':
        return isVirtualNetwork(address);
      case 'internet':
        return isInternet(address);
      case 'azureloadbalancer':
        return address === hostAddress;
      default:
        return inAny([named], address) || context.tags.contains(named, address);
    }
  };
}
