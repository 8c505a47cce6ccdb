import type { AddressRange } from '../../core/addresses/prefix';

export function rangesOverlap(left: AddressRange, right: AddressRange): boolean {
  return left.first <= right.last && right.first <= left.last;
}

export function isWithin(inner: AddressRange, outer: AddressRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

export function rangeContains(range: AddressRange, address: number): boolean {
  return address >= range.first && address <= range.last;
}
