import type { Value } from '../../src/documents/evaluate/value';
import type { PlannedResource } from '../unit/documents/terraform/plan-text';
import { terraformFolder } from './terraform-folder';

/**
 * The resources of a configuration as its plan has them. References to what Azure gives are in its expressions; only those
 * of arguments are, and not those of blocks.
 */
export function plannedFolder(text: string): readonly PlannedResource[] {
  return terraformFolder(text).resources.map(({ address, mode, values }) => {
    const all = [...values.members];
    const open = all.flatMap(([name, value]) =>
      value.is === 'unknown' ? [[name, referencesOf(value.symbol)] as const] : [],
    );
    return {
      address,
      ...(mode === 'data' ? { mode } : {}),
      values: Object.fromEntries(
        all.filter(([, { is }]) => is !== 'unknown').map(([name, value]) => [name, jsonOf(value)]),
      ),
      unknown: Object.fromEntries(open),
    };
  });
}

function referencesOf(symbol: string | null): readonly string[] {
  return symbol === null ? ['local.open'] : [symbol, symbol.replace(/\.\w+$/, '')];
}

function jsonOf(value: Value): unknown {
  switch (value.is) {
    case 'array':
      return value.items.map(jsonOf);
    case 'object':
      return Object.fromEntries([...value.members].map(([name, one]) => [name, jsonOf(one)]));
    case 'text':
    case 'number':
    case 'flag':
      return value.value;
    default:
      return null;
  }
}
