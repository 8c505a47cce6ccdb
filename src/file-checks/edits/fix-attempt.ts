import type { EntryChange } from '../../checks/fixes/entry-changes';
import type { Reason } from '../../core/reason';
import type { TextEdit } from '../../documents/edits/text-edit';
import type { AffectedSubnet } from './affected-subnets';
import type { WrittenChange } from './fix-candidate';

/** A tested fix, and the edits that write it. */
export interface TestedEdits {
  readonly fix: WrittenChange;
  /** Existing rules and routes with changed values. */
  readonly entries: readonly EntryChange[];
  /** Other subnets whose traffic changes. */
  readonly affects: readonly AffectedSubnet[];
  readonly edits: readonly TextEdit[];
}

/** The result of trying a fix: written and tested, or the reason why not. */
export type FixAttempt =
  | ({ readonly is: 'tested' } & TestedEdits)
  /** An edit can't change the value where it's written. */
  | { readonly is: 'not-here'; readonly because: Reason }
  /** After the edit, the file isn't as expected: the problem remains, or there are new ones. */
  | { readonly is: 'untested'; readonly others: readonly string[]; readonly because?: Reason };

/** A fix that passed its tests. */
export type TestedFixAttempt = Extract<FixAttempt, { is: 'tested' }>;

/** True for edits that change the traffic of a subnet without the problem. */
export function isSpilling(one: FixAttempt): boolean {
  return one.is === 'tested' && one.affects.some(({ isFixed }) => isFixed !== true);
}
