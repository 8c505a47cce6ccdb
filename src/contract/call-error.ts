import * as v from 'valibot';

/** What went wrong, as data: no stack, no token, no object of an SDK ever crosses the border. */
export const problemSchema = v.object({
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
    'badResponse',
    'bug',
  ]),
  /** Already fit for the person. */
  message: v.string(),
  retryable: v.boolean(),
});

export type CallError = v.InferOutput<typeof problemSchema>;

/** A problem as an error, for code that rejects. */
export class ProblemError extends Error {
  constructor(readonly problem: CallError) {
    super(problem.message);
    this.name = 'ProblemError';
  }
}

/** A call that the host does not know, or whose parameters have another shape. Its message is only the call's name. */
export class BadRequest extends Error {
  constructor(call: string) {
    super(call);
    this.name = 'BadRequest';
  }
}
