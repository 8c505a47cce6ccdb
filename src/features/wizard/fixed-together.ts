import type { NextStep } from '../../contract/wizard/creation';
import { permissionsOf, type FixPermission } from '../../core/fix-permissions';
import { missingRoles } from './change-permission';
import { unfitOf } from './selection';
import type { Evaluation, WizardState } from './state';

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

/**
 * Returns the requirements of the chosen subnet that the user can fix: with a tested fix, with no role that is known to
 * be missing, and not in the code already. A subnet that can't be used isn't fixed.
 * @param evaluation another one than the current, such as that after a fix
 */
export function offeredFixes(
  state: WizardState,
  evaluation: Evaluation | null = state.evaluation,
): ReadonlySet<string> {
  if (!evaluation || unfitOf(state) !== null) return new Set();
  const denied = missingRoles(state, evaluation);
  const inCode = new Set(state.choices.fixesInCode.flat());
  return new Set([...evaluation.fixable].filter((id) => !denied.has(id) && !inCode.has(id)));
}

/**
 * Returns the action for requirements that fail in the chosen subnet: their fix if the user can apply it, otherwise the
 * request to their owner. The same in Readiness, Review, after a failure, and after a network test.
 */
export function remedyOf(
  state: WizardState,
  ids: readonly string[],
): { readonly does: Extract<NextStep['does'], 'fix' | 'request'>; readonly ids: readonly string[] } {
  const offered = offeredFixes(state);
  const { evaluation } = state;
  const fixable = ids.filter((id) => offered.has(id));
  return evaluation && fixable.length > 0
    ? { does: 'fix', ids: fixedTogether(evaluation, fixable).ids }
    : { does: 'request', ids };
}
