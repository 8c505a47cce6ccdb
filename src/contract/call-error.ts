import * as v from 'valibot';

/** A failure as plain data: stacks, tokens, and SDK objects never cross the channel. */
export const problemSchema = v.object({
  code: v.picklist([
    'cancelled',
    'badRequest',
    'signedOut',
    'accountChanged',
    'forbidden',
    'notFound',
    'conflict',
    'changed',
    'throttled',
    'unavailable',
    'timeout',
    'refused',
    'offline',
    'badResponse',
    'bug',
  ]),
  /** Already suitable for the user. */
  message: v.string(),
  retryable: v.boolean(),
});

export type CallError = v.InferOutput<typeof problemSchema>;

/** Wraps a problem in an error, for code that rejects. */
export class ProblemError extends Error {
  constructor(readonly problem: CallError) {
    super(problem.message);
    this.name = 'ProblemError';
  }
}

/** A call about something that the host has replaced since the page showed it. */
export class OutdatedCall extends Error {
  /** @param about the part of the host's state that changed */
  constructor(
    call: string,
    readonly about: string,
  ) {
    super(call);
    this.name = 'OutdatedCall';
  }
}

/** A call that the host doesn't know, or whose parameters have the wrong shape. Its message is only the call's name. */
export class BadRequest extends Error {
  constructor(call: string) {
    super(call);
    this.name = 'BadRequest';
  }
}
