import { AzureFailure, type FailureCode, type FailureDetails } from './failure';
import { parseJson, type Json } from './json';
import { retryAfterSeconds } from './retry-after';
import { serviceError } from './service-error';

/** What of an error of the SDK is looked at; its classes come with several packages, so shape decides. */
interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly message?: unknown;
  readonly request?: unknown;
  readonly response?: AnswerShape;
}

/** What of an answer says how it failed. */
export interface AnswerShape {
  readonly status?: number;
  readonly headers?: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}

/** Maps anything the SDK throws to one of our codes. Never carries a header, a token or a URL along. */
export function toFailure(error: unknown): AzureFailure {
  if (error instanceof AzureFailure) return error;
  const shape: ErrorShape = typeof error === 'object' && error !== null ? error : {};
  if (shape.name === 'AbortError') return new AzureFailure('cancelled');
  if (shape.name === 'TimeoutError') return new AzureFailure('timeout');
  const details = detailsOf(shape);
  const code = codeOf(shape, details);
  // An error of the SDK holds its request, and with it the token; only one of our own making may go along.
  const isOurs = shape.request === undefined && shape.response === undefined;
  return new AzureFailure(code, details, code === 'bug' && isOurs ? error : undefined);
}

/** The failure that an answer stands for. */
export function answerFailure(answer: AnswerShape): AzureFailure {
  return toFailure({ statusCode: answer.status, response: answer });
}

/** A long-running operation that ended badly: Azure's words, and the id of the answer that brought them. */
export function operationFailure(body: Json, requestId: string | undefined): AzureFailure {
  const id = requestId === undefined ? {} : { requestId };
  return new AzureFailure('refused', { ...serviceDetails(body), ...id });
}

function codeOf(shape: ErrorShape, details: FailureDetails): FailureCode {
  // Errors of sign-in have a status too, that of the sign-in service.
  if (typeof shape.name === 'string' && signInErrors.has(shape.name)) return 'signedOut';
  const { status } = details;
  if (status !== undefined && status >= 400) return codeOfStatus(status, details.serviceCode);
  if (details.response !== undefined) return 'badResponse';
  if (isOfWayThere(shape)) return 'offline';
  return details.serviceCode === undefined ? 'bug' : 'refused';
}

/** Whatever stops a request on its way is no fault of ours; names of faults of TLS and sockets are many. */
function isOfWayThere({ name, code }: ErrorShape): boolean {
  const known = typeof code === 'string' && (offlineCodes.has(code) || untrustedCodes.has(code));
  return known || name === 'RestError';
}

const offlineCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'REQUEST_SEND_ERROR',
]);

/** A proxy that speaks for Azure with a certificate that this machine does not trust. */
const untrustedCodes: ReadonlySet<unknown> = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Names of what `@azure/identity` throws where it gets no token. */
const signInErrors: ReadonlySet<string> = new Set([
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]);

/** Codes with which Azure says that the request's form is wrong, not that the thing asked for is refused. */
const formCodes: ReadonlySet<string> = new Set([
  'InvalidRequestFormat',
  'InvalidRequestContent',
  'MissingApiVersionParameter',
  'InvalidApiVersionParameter',
  'NoRegisteredProviderFound',
]);

/** Refusals that come as 403 or 409 and are about neither a role nor a name: Azure's own words say what they are. */
const ownReasons: ReadonlySet<string> = new Set([
  'RequestDisallowedByPolicy',
  'MissingSubscriptionRegistration',
  'ScopeLocked',
  'ReadOnlyDisabledSubscription',
  'InvalidResourceLocation',
  'SkuNotAvailable',
  'QuotaExceeded',
]);

const byStatus: Readonly<Record<number, FailureCode>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  408: 'timeout',
  409: 'conflict',
  412: 'changed',
  429: 'throttled',
  502: 'timeout',
  // “Come back later” (RFC 9110, 15.6.4): nothing is wrong with the way there, so it is not `offline`.
  503: 'throttled',
  504: 'timeout',
};

/**
 * A 400 without a reason is about the request's form. Any other 5xx is `refused`: Azure was reached in time (neither `offline` nor `timeout`) and answered with words of
 * its own, which are shown; `status` stays in the details for whoever offers to try again.
 */
function codeOfStatus(status: number, serviceCode = ''): FailureCode {
  if (ownReasons.has(serviceCode)) return 'refused';
  const isAboutForm = formCodes.has(serviceCode) || (status < 500 && serviceCode === '');
  return byStatus[status] ?? (isAboutForm ? 'badRequest' : 'refused');
}

function detailsOf(shape: ErrorShape): FailureDetails {
  const said = serviceDetails(parseJson(shape.response?.bodyAsText));
  return {
    ...(typeof shape.statusCode === 'number' ? { status: shape.statusCode } : {}),
    ...(Object.keys(said).length > 0 ? said : operationText(shape.message)),
    ...requestIdOf(shape.response),
    ...retryAfterOf(shape.response),
    ...(untrustedCodes.has(shape.code) ? { untrusted: true } : {}),
    ...badResponseOf(shape),
  };
}

/** An answer that is neither a refusal nor what was asked for: a redirect to somewhere, broken JSON, or no HTTP. */
function badResponseOf({ code, statusCode }: ErrorShape): FailureDetails {
  if (typeof code === 'string' && code.startsWith('HPE_')) return { response: 'malformed' };
  if (typeof statusCode !== 'number' || statusCode >= 400) return {};
  return { response: statusCode < 300 ? 'malformed' : 'elsewhere' };
}

function serviceDetails(body: Json | undefined): FailureDetails {
  const { code, message, inner } = serviceError(body);
  return {
    ...(code === undefined ? {} : { serviceCode: code }),
    ...(message === undefined ? {} : { serviceMessage: message }),
    ...(inner === undefined ? {} : { innerCodes: inner }),
  };
}

function requestIdOf(answer: AnswerShape | undefined): FailureDetails {
  const id = answer?.headers?.get('x-ms-request-id') ?? answer?.headers?.get('x-ms-correlation-request-id');
  return id === undefined ? {} : { requestId: id };
}

function retryAfterOf(answer: AnswerShape | undefined): FailureDetails {
  const wait = retryAfterSeconds(answer?.headers);
  return wait === undefined ? {} : { retryAfterSeconds: wait };
}

/** “The long-running operation has failed. SubnetIsFull. Subnet is full”: all that a poller leaves of a refusal. */
function operationText(message: unknown): FailureDetails {
  if (typeof message !== 'string') return {};
  const found = /^The long-running operation has (?:failed|been canceled)(?:\. (\S+)\. ([\s\S]+))?/.exec(
    message,
  );
  if (!found) return {};
  const [, serviceCode = 'OperationFailed', serviceMessage] = found;
  return { serviceCode, ...(serviceMessage === undefined ? {} : { serviceMessage }) };
}
