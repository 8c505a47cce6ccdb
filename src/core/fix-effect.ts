import type { Fix, FixStep } from './fix';

/** The most severe of what a fix comes to: traffic that stops, then what has to be paid, then traffic that begins. */
export function fixEffectOf({
  steps,
  opens,
  closes,
}: Pick<Fix, 'steps' | 'opens' | 'closes'>): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  if (steps.some(isBilled)) return 'costs';
  return opens.length > 0 ? 'opens' : 'none';
}

/** Azure bills NAT gateways, public IP addresses, private endpoints, and DNS zones; NSGs and route tables are free. */
export function isBilled(step: FixStep): boolean {
  if (step.do === 'connect' || step.do === 'addZone') return true;
  return step.do === 'create' && (step.what === 'natGateway' || step.what === 'publicIpAddress');
}
