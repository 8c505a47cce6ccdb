import { displayLines } from '../../core/text/display-text';
import { AzureFailure, isAnswerLost, isTransient } from '../../azure/failure';
import { BadRequest, ProblemError, type CallError } from '../../contract/call-error';
import type { Say } from '../../messages/say';
import { failureText } from '../../wording/failure-text';

/** Converts anything thrown to a failure. An unknown error counts as a bug. */
export function asFailure(error: unknown): AzureFailure {
  if (error instanceof AzureFailure) return error;
  return new AzureFailure(error instanceof BadRequest ? 'badRequest' : 'bug', {}, error);
}

/**
 * Converts anything thrown to a problem for the page, without stacks, and without IDs that the user doesn't already
 * see.
 */
export function toProblem(say: Say, error: unknown): CallError {
  if (error instanceof ProblemError) return error.problem;
  const failure = asFailure(error);
  return { code: failure.code, message: formatFailure(say, failure), retryable: isRetryable(failure) };
}

/** Formats a failure as one sentence with advice. If a sign-in is needed, adds that the plan isn't lost. */
export function formatFailure(say: Say, failure: AzureFailure): string {
  const words = failureText(say, failure);
  return failure.code === 'signedOut' ? say('signIn.planKept', { why: words }) : words;
}

/** Returns Azure's code and message, verbatim except for characters that can't be shown; without a message, a sentence. */
export function azureErrorText(say: Say, failure: AzureFailure): string {
  const { serviceCode: code, serviceMessage = formatFailure(say, failure) } = failure.details;
  return displayLines(code === undefined ? serviceMessage : `${code}: ${serviceMessage}`);
}

/** Checks whether a retry can succeed. Azure's own errors (5xx) count as refused, with Azure's message. */
function isRetryable(failure: AzureFailure): boolean {
  return isTransient(failure) || isAnswerLost(failure) || ['changed', 'bug'].includes(failure.code);
}
