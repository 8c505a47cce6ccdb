import type { Fix, FixStep } from './fix';

/** The gravest of what a fix comes to: traffic that stops, then what has to be paid, then traffic that begins. */
export function effectOf({ steps, opens, closes }: Pick<Fix, 'steps' | 'opens' | 'closes'>): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  if (steps.some(costs)) return 'costs';
  return opens.length > 0 ? 'opens' : 'none';
}

/** Gateways and public addresses are paid for by the hour; groups and tables are not. */
function costs(step: FixStep): boolean {
  return step.do === 'create' && (step.what === 'natGateway' || step.what === 'publicIpAddress');
}
