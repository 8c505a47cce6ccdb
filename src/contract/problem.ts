import * as v from 'valibot';

/** What went wrong, as data: no stack, no token, no object of an SDK ever crosses the border. */
export const problem = v.object({
  code: v.picklist([
    'cancelled',
    'badRequest',
    'signedOut',
    'forbidden',
    'notFound',
    'conflict',
    'changed',
    'throttled',
    'timeout',
    'refused',
    'offline',
    'bug',
  ]),
  /** Already fit for the person. */
  message: v.string(),
  retryable: v.boolean(),
});

export type Problem = v.InferOutput<typeof problem>;

/** A problem as an error, for code that rejects. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
  }
}
