import { known } from '../../core/known';
import type { Route } from '../../core/network/model';
import { nextHopTypes } from '../../core/network/enums';
import { textAt, type Json } from '../json';
import { nameIn, enumMember } from './members';
import { unreadMember } from './unreadable';

/** Converts a route's body. */
export function toRoute(body: Json, index: number): Route {
  const name = nameIn(body);
  const destination = textAt(body, 'properties', 'addressPrefix');
  const address = textAt(body, 'properties', 'nextHopIpAddress');
  return {
    name,
    destination: destination === undefined ? unreadMember(name) : known(destination),
    nextHop: enumMember(nextHopTypes, textAt(body, 'properties', 'nextHopType'), name),
    nextHopAddress: known(address === undefined || address === '' ? null : address),
    index,
  };
}
