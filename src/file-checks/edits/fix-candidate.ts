import type { Fix } from '../../core/fix';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';
import type { FixEdits } from './fix-edits';

/** The effect of edits. */
export interface WrittenChange extends Pick<Fix, 'changes' | 'effect' | 'opens' | 'closes' | 'notes'> {
  /** The corrected word, if it isn't in the fix's changes. */
  readonly spelling?: string;
  /** The subnet with a changed property, if it isn't in the fix's changes. */
  readonly setsIn?: ResourceId;
  /** True if something runs elsewhere after the fix. Such a fix is never made without asking. */
  readonly moves?: true;
  /** Its title, if the changes don't determine it. */
  readonly title?: Reason;
}

/** A fix that can be offered after it is tested on the files. */
export interface FixCandidate {
  readonly fix: WrittenChange;
  /** True if it changes more than the problem requires. It's only used if all earlier candidates fail their tests. */
  readonly isInstead?: true;
  readonly write: (declared: DeclaredNetwork, files: EditedFiles) => FixEdits;
}

/** Creates a candidate that is written from the fix's changes. */
export function candidateOf(fix: WrittenChange): FixCandidate {
  return { fix, write: (declared, files) => editsOfFix(declared, fix, files) };
}
