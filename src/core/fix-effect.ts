import type { Fix } from './fix';
import { isOfResource, type ResourceChange } from './resource-change';

/** The most severe of what a fix comes to: traffic that stops, then what has to be paid, then traffic that begins. */
export function fixEffectOf({
  changes,
  opens,
  closes,
}: Pick<Fix, 'changes' | 'opens' | 'closes'>): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  if (changes.some(isBilled)) return 'costs';
  return opens.length > 0 ? 'opens' : 'none';
}

const billed: readonly ResourceChange['type'][] = ['natGateway', 'publicIpAddress', 'endpoint', 'zone'];

/** Azure bills NAT gateways, public IP addresses, private endpoints, and DNS zones; NSGs and route tables are free. */
export function isBilled(change: ResourceChange): boolean {
  return change.before === null && isOfResource(change) && billed.includes(change.type);
}
