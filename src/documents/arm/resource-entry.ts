import { memberEntry, memberOf, type JsonMember, type JsonObject } from './json-node';
import { copyName, loopOf, lowerMember } from './lower-value';
import { memberPlaceOf, placeOf, type Lowering } from './lowering';

/** A resource as it stands in a list, or under its symbolic name. */
export interface ResourceEntry {
  readonly symbol: JsonMember | null;
  readonly node: JsonObject;
  /** Whole type of the resource that it is written in; null at the top. */
  readonly parentType: string | null;
}

/** What resources and deployments have in common. */
export function headOf(lowering: Lowering, { symbol, node }: ResourceEntry) {
  const copy = memberOf(node, 'copy');
  const pointed = memberEntry(node, 'name') ?? memberEntry(node, 'type');
  return {
    symbol: symbol?.key ?? null,
    place: symbol === null ? placeOf(lowering, node) : memberPlaceOf(lowering, symbol),
    namePlace: pointed === undefined ? placeOf(lowering, node) : placeOf(lowering, pointed.value),
    condition: lowerMember(lowering, node, 'condition'),
    loop: copy === undefined ? null : loopOf(lowering, copy, copyName('')),
  };
}
