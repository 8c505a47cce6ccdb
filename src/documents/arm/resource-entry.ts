import { memberEntry, jsonMember, type JsonMember, type JsonObjectNode } from './json-node';
import { copyName, loopOf, lowerMember } from './lower-value';
import { memberPlaceOf, armRange, type ArmLowering } from './lowering';

/** A resource as it stands in a list, or under its symbolic name. */
export interface ResourceEntry {
  readonly symbol: JsonMember | null;
  readonly node: JsonObjectNode;
  /** Whole type of the resource that it is written in; null at the top. */
  readonly parentType: string | null;
}

/** What resources and deployments have in common. */
export function resourceHead(lowering: ArmLowering, { symbol, node }: ResourceEntry) {
  const copy = jsonMember(node, 'copy');
  const pointed = memberEntry(node, 'name') ?? memberEntry(node, 'type');
  return {
    symbol: symbol?.key ?? null,
    place: symbol === null ? armRange(lowering, node) : memberPlaceOf(lowering, symbol),
    namePlace: pointed === undefined ? armRange(lowering, node) : armRange(lowering, pointed.value),
    condition: lowerMember(lowering, node, 'condition'),
    loop: copy === undefined ? null : loopOf(lowering, copy, copyName('')),
  };
}
