import { reason, type Reason } from '../../core/reason';

/** An expression without a value; what it was part of is unknown for this reason. Never leaves the evaluator. */
export class EvaluationError extends Error {
  constructor(
    readonly because: Reason,
    /** False where nobody made a mistake: what it needs is merely not known. */
    readonly isFault = false,
  ) {
    super(because.key);
  }
}

/** The key of a file that isn't there, or can't be read. */
export const noFile = 'documents.evaluation.noFile';

/** Keys of why a file isn't read. */
export const unreadFileKeys: readonly string[] = [noFile, 'unknown.file.outside'];

/** A mistake in what was written. */
export function evaluationError(
  key: string,
  values?: Readonly<Record<string, string | number>>,
): EvaluationError {
  return new EvaluationError(reason(key, values), true);
}

/** More work or a larger value than a template that a person wrote ever needs. */
export const tooComplex = reason('unknown.tooComplex');
