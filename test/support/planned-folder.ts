import type { Value } from '../../src/documents/evaluate/value';
import type { PlannedResource } from '../unit/documents/terraform/plan-text';
import { terraformFolder } from './terraform-folder';

/**
 * Returns the resources of a configuration as in its plan: values that Azure assigns are unknown, with their
 * references.
 */
export function plannedFolder(text: string): readonly PlannedResource[] {
  return terraformFolder(text).resources.map(({ address, mode, values }) => {
    const all = [...values.members];
    return {
      address,
      ...(mode === 'data' ? { mode } : {}),
      values: Object.fromEntries(all.flatMap(([name, value]) => named(name, plannedValue(value)))),
      unknown: Object.fromEntries(
        all.flatMap(([name, value]) => (value.is === 'unknown' ? [[name, referencesIn(value)]] : [])),
      ),
      partly: Object.fromEntries(
        all.flatMap(([name, value]) =>
          value.is === 'unknown' || referencesIn(value).length === 0
            ? []
            : [[name, { afterUnknown: unknownIn(value), expression: expressionOf(value) }]],
        ),
      ),
    };
  });
}

function named<T>(name: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[name, value]];
}

/** Returns a value of `planned_values`: unknown values are left out of objects, and are null in lists. */
function plannedValue(value: Value): unknown {
  switch (value.is) {
    case 'array':
      return value.items.map((one) => plannedValue(one) ?? null);
    case 'object':
      return Object.fromEntries([...value.members].flatMap(([name, one]) => named(name, plannedValue(one))));
    case 'text':
    case 'number':
    case 'flag':
      return value.value;
    case 'unknown':
      return undefined;
    default:
      return null;
  }
}

/** Returns a value of `after_unknown`. */
function unknownIn(value: Value): unknown {
  if (value.is === 'array') return value.items.map(unknownIn);
  if (value.is !== 'object') return value.is === 'unknown';
  const members = [...value.members].filter(([, one]) => referencesIn(one).length > 0);
  return Object.fromEntries(members.map(([name, one]) => [name, unknownIn(one)]));
}

/** Returns a value of `expressions`: blocks have their own, and all other values have one list. */
function expressionOf(value: Value): unknown {
  if (value.is !== 'array' || value.items.some(({ is }) => is !== 'object')) {
    return { references: referencesIn(value) };
  }
  return value.items.map((block) =>
    block.is === 'object'
      ? Object.fromEntries([...block.members].map(([name, one]) => [name, expressionOf(one)]))
      : {},
  );
}

/** Returns the references of the unknown parts of a value. */
function referencesIn(value: Value): readonly string[] {
  switch (value.is) {
    case 'array':
      return value.items.flatMap(referencesIn);
    case 'object':
      return [...value.members.values()].flatMap(referencesIn);
    case 'unknown':
      return value.symbol === null ? ['local.open'] : [value.symbol, value.symbol.replace(/\.\w+$/, '')];
    default:
      return [];
  }
}
