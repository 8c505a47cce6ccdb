import type { Fix } from '../../core/fix';
import type { ResourceId } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { EditedFiles } from './edited-files';
import { editsOfFix } from './edits-of-fix';
import type { FixEdits } from './fix-edits';

/** What edits come to. */
export interface WrittenChange extends Pick<Fix, 'changes' | 'effect' | 'opens' | 'closes' | 'notes'> {
  /** What is written where no change of a fix says it: a word as it should be. */
  readonly spelling?: string;
  /** The subnet that it sets a property of, where no change of a fix says it. */
  readonly setsIn?: ResourceId;
  /** Something runs elsewhere by it, which nobody wants unasked. */
  readonly moves?: true;
  /** What it is called, where its changes do not say it. */
  readonly title?: Reason;
}

/** A fix that may be offered once it is proven on the files. */
export interface FixCandidate {
  readonly fix: WrittenChange;
  /** It changes more than the problem asks for, and counts only where none before it could be proven. */
  readonly isInstead?: true;
  readonly write: (declared: DeclaredNetwork, files: EditedFiles) => FixEdits;
}

/** A fix that is written by its changes. */
export function candidateOf(fix: WrittenChange): FixCandidate {
  return { fix, write: (declared, files) => editsOfFix(declared, fix, files) };
}
