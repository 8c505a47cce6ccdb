import { mapKnown, type Known } from '../known';
import type { Peering } from '../network/model';

/** Whether traffic passes: only where both sides have agreed (virtual network peering, state `Connected`). */
export function isConnected(peering: Pick<Peering, 'state'>): Known<boolean> {
  return mapKnown(peering.state, (state) => state.toLowerCase() === 'connected');
}

/** False only where it is certain that no traffic passes. */
export function mayBeConnected(peering: Pick<Peering, 'state'>): boolean {
  const connected = isConnected(peering);
  return !connected.known || connected.value;
}
