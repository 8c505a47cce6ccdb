import { permissionsOf, type FixPermission } from '../../core/fix-permissions';
import type { Evaluation } from './state';

/** Requirements that one button fixes, and other effects of their fixes. */
interface FixedTogether {
  readonly ids: readonly string[];
  readonly permissions: ReadonlySet<FixPermission>;
}

/**
 * Returns the requirements that are fixed together: their fixes only add or correct something.
 * Fixes that remove something or are billed are selected separately, and offered only if there is no other.
 */
export function fixedTogether({ apart }: Pick<Evaluation, 'apart'>, ids: readonly string[]): FixedTogether {
  const needs = (id: string): readonly FixPermission[] => permissionsOf(apart.get(id) ?? []);
  const plain = ids.filter((id) => needs(id).length === 0);
  const together = plain.length > 0 ? plain : ids;
  return { ids: together, permissions: new Set(together.flatMap(needs)) };
}
