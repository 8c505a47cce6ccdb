import { known, unknown, type Known } from '../../core/known';
import type { NextHopType, Route } from '../../core/network/model';
import { reason } from '../../core/reason';
import { textAt, type Json } from '../json';

const nextHops: readonly NextHopType[] = [
  'VirtualNetworkGateway',
  'VnetLocal',
  'Internet',
  'VirtualAppliance',
  'VirtualNetworkServiceEndpoint',
  'None',
];

/** A route's body. */
export function toRoute(body: Json, index: number): Route {
  const name = textAt(body, 'name') ?? '';
  const destination = textAt(body, 'properties', 'addressPrefix');
  const hop = textAt(body, 'properties', 'nextHopType')?.toLowerCase();
  const nextHop = nextHops.find((one) => one.toLowerCase() === hop);
  const notRead: Known<never> = unknown(reason('unknown.notRead', { name }));
  return {
    name,
    destination: destination === undefined ? notRead : known(destination),
    nextHop: nextHop === undefined ? notRead : known(nextHop),
    nextHopAddress: known(textAt(body, 'properties', 'nextHopIpAddress') ?? null),
    index,
  };
}
