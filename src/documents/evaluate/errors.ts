import { reason, type Reason } from '../../core/reason';

/**
 * Thrown for an expression without a value. The value that contains it is unknown for this reason. Never leaves the
 * evaluator.
 */
export class EvaluationError extends Error {
  constructor(
    readonly because: Reason,
    /** False if the file isn't wrong, and only a value that the expression needs isn't known. */
    readonly isFault = false,
  ) {
    super(because.key);
  }
}

/** The key for a file that doesn't exist, or can't be read. */
export const noFile = 'documents.evaluation.noFile';

/** The keys of reasons why a file isn't read. */
export const unreadFileKeys: readonly string[] = [noFile, 'unknown.file.outside'];

/** Creates an error for a mistake in the file. */
export function evaluationError(
  key: string,
  values?: Readonly<Record<string, string | number>>,
): EvaluationError {
  return new EvaluationError(reason(key, values), true);
}

/** More work, or a larger value, than any hand-written template needs. */
export const tooComplex = reason('unknown.tooComplex');
