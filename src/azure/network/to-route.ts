import { known } from '../../core/known';
import type { Route } from '../../core/network/model';
import { nextHopTypes } from '../../core/network/words';
import { textAt, type Json } from '../json';
import { nameIn, wordIn } from './members';
import { notRead } from './unreadable';

/** A route's body. */
export function toRoute(body: Json, index: number): Route {
  const name = nameIn(body);
  const destination = textAt(body, 'properties', 'addressPrefix');
  const address = textAt(body, 'properties', 'nextHopIpAddress');
  return {
    name,
    destination: destination === undefined ? notRead(name) : known(destination),
    nextHop: wordIn(nextHopTypes, textAt(body, 'properties', 'nextHopType'), name),
    nextHopAddress: known(address === undefined || address === '' ? null : address),
    index,
  };
}
