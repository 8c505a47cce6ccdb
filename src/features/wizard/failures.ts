import { AzureFailure, isAnswerLost, isTransient } from '../../azure/failure';
import { BadRequest, ProblemError, type CallError } from '../../contract/call-error';
import type { Say } from '../../messages/say';
import { failureText } from '../../wording/failure-text';

/** Whatever was thrown, as the failure it is; a thing that is none of ours is a bug of ours. */
export function asFailure(error: unknown): AzureFailure {
  if (error instanceof AzureFailure) return error;
  return new AzureFailure(error instanceof BadRequest ? 'badRequest' : 'bug', {}, error);
}

/** What the page is told of anything thrown: never a stack, never an id that the person does not see anyway. */
export function toProblem(say: Say, error: unknown): CallError {
  if (error instanceof ProblemError) return error.problem;
  const failure = asFailure(error);
  return { code: failure.code, message: formatFailure(say, failure), retryable: isRetryable(failure) };
}

/** One sentence: what happened, and what to do. Who has to sign in first is told that nothing of the plan is lost. */
export function formatFailure(say: Say, failure: AzureFailure): string {
  const words = failureText(say, failure);
  return failure.code === 'signedOut' ? say('signIn.planKept', { why: words }) : words;
}

/** What may go well when it is asked again; a fault of Azure's own (5xx) arrives as refused, in its words. */
function isRetryable(failure: AzureFailure): boolean {
  return isTransient(failure) || isAnswerLost(failure) || ['changed', 'bug'].includes(failure.code);
}
