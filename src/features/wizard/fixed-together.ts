import { permissionsOf, type FixPermission } from '../../core/fix-permissions';
import type { Evaluation } from './state';

/** Requirements that one button fixes, and what their fixes do beside adding and correcting. */
interface FixedTogether {
  readonly ids: readonly string[];
  readonly permissions: ReadonlySet<FixPermission>;
}

/**
 * Those that are fixed together: fixes that only add and correct. What removes something or is billed is chosen apart,
 * and offered here only where there is nothing else.
 */
export function fixedTogether({ apart }: Pick<Evaluation, 'apart'>, ids: readonly string[]): FixedTogether {
  const needs = (id: string): readonly FixPermission[] => permissionsOf(apart.get(id) ?? []);
  const plain = ids.filter((id) => needs(id).length === 0);
  const together = plain.length > 0 ? plain : ids;
  return { ids: together, permissions: new Set(together.flatMap(needs)) };
}
