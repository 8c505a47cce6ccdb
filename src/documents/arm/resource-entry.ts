import { memberEntry, jsonMember, type JsonMember, type JsonObjectNode } from './json-node';
import { copyName, loopOf, lowerMember } from './lower-value';
import { memberPlaceOf, armRange, type ArmLowering } from './lowering';

/** A resource in a list, or under its symbolic name. */
export interface ResourceEntry {
  readonly symbol: JsonMember | null;
  readonly node: JsonObjectNode;
  /** Full type of the enclosing resource, or null at the top level. */
  readonly parentType: string | null;
}

/** Converts the parts that resources and deployments share. */
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
