import { AzureFailure, type FailureCode, type FailureDetails } from './failure';
import { parseJson, type Json } from './json';
import { retryAfterSeconds } from './retry-after';
import { serviceError } from './service-error';

/** Members of an SDK error that are read. Error classes come from several packages, so the shape decides. */
interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly message?: unknown;
  readonly request?: unknown;
  readonly response?: AnswerShape;
}

/** Members of a response that describe its failure. */
export interface AnswerShape {
  readonly status?: number;
  readonly headers?: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}

/** Converts any error of the SDK to an `AzureFailure`. It never includes a header, a token, or a URL. */
export function toFailure(error: unknown): AzureFailure {
  if (error instanceof AzureFailure) return error;
  const shape: ErrorShape = typeof error === 'object' && error !== null ? error : {};
  if (shape.name === 'AbortError') return new AzureFailure('cancelled');
  if (shape.name === 'TimeoutError') return new AzureFailure('timeout');
  const details = detailsOf(shape);
  const code = codeOf(shape, details);
  // An SDK error contains its request with the token. Only errors of this product can be attached.
  const isOurs = shape.request === undefined && shape.response === undefined;
  return new AzureFailure(code, details, code === 'bug' && isOurs ? error : undefined);
}

/** Returns the failure for an error response. */
export function answerFailure(answer: AnswerShape): AzureFailure {
  return toFailure({ statusCode: answer.status, response: answer });
}

/** Returns the failure of a long-running operation: Azure's message, and the ID of the response that contained it. */
export function operationFailure(body: Json, requestId: string | undefined): AzureFailure {
  const id = requestId === undefined ? {} : { requestId };
  return new AzureFailure('refused', { ...serviceDetails(body), ...id });
}

function codeOf(shape: ErrorShape, details: FailureDetails): FailureCode {
  // Sign-in errors have a status, too, which is the sign-in service's.
  if (typeof shape.name === 'string' && signInErrors.has(shape.name)) return 'signedOut';
  const { status } = details;
  if (status !== undefined && status >= 400) return codeOfStatus(status, details.serviceCode);
  if (details.response !== undefined) return 'badResponse';
  if (isOfWayThere(shape)) return 'offline';
  return details.serviceCode === undefined ? 'bug' : 'refused';
}

/**
 * True if the request couldn't reach Azure. That isn't a bug in this product. TLS and socket errors have many names.
 */
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

/** Codes for an untrusted certificate, such as that of a proxy that intercepts requests to Azure. */
const untrustedCodes: ReadonlySet<unknown> = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Names of the errors that `@azure/identity` throws if it doesn't get a token. */
const signInErrors: ReadonlySet<string> = new Set([
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]);

/** Codes for an invalid request format, as opposed to a refused action. */
const formCodes: ReadonlySet<string> = new Set([
  'InvalidRequestFormat',
  'InvalidRequestContent',
  'MissingApiVersionParameter',
  'InvalidApiVersionParameter',
  'NoRegisteredProviderFound',
]);

/**
 * Words in the codes of missing permissions: `AuthorizationFailed`, `LinkedAccessCheckFailed`. Azure also returns 403 for
 * policies, disabled subscriptions, and regions. Its message then states the reason.
 */
const permissionCode = /auth|access|forbidden|permission|privilege/i;

/** Codes of refusals with status 409 that aren't about a name or another operation. Azure's message states the reason. */
const ownReasons: ReadonlySet<string> = new Set([
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
  // “Come back later” (RFC 9110, 15.6.4): the connection works, so it isn't `offline`.
  503: 'unavailable',
  504: 'timeout',
};

/**
 * Returns the failure code of a status. A 400 without a reason is about the request's format. Any other 5xx is
 * `refused`: Azure was reached in time (neither `offline` nor `timeout`), and its own message is shown. `status` stays
 * in the details for callers that offer a retry.
 */
function codeOfStatus(status: number, serviceCode = ''): FailureCode {
  const isOther = status === 403 && serviceCode !== '' && !permissionCode.test(serviceCode);
  if (isOther || ownReasons.has(serviceCode)) return 'refused';
  const isAboutForm = formCodes.has(serviceCode) || (status < 500 && serviceCode === '');
  return byStatus[status] ?? (isAboutForm ? 'badRequest' : 'refused');
}

function detailsOf(shape: ErrorShape): FailureDetails {
  const details = serviceDetails(parseJson(shape.response?.bodyAsText));
  return {
    ...(typeof shape.statusCode === 'number' ? { status: shape.statusCode } : {}),
    ...(Object.keys(details).length > 0 ? details : operationText(shape.message)),
    ...requestIdOf(shape.response),
    ...retryAfterOf(shape.response),
    ...(untrustedCodes.has(shape.code) ? { untrusted: true } : {}),
    ...badResponseOf(shape),
  };
}

/** Returns details for a response that is neither an error nor usable: a redirect, invalid JSON, or no HTTP. */
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

/**
 * Parses “The long-running operation has failed. SubnetIsFull. Subnet is full”, which is all that a poller keeps of an
 * error.
 */
function operationText(message: unknown): FailureDetails {
  if (typeof message !== 'string') return {};
  const found = /^The long-running operation has (?:failed|been canceled)(?:\. (\S+)\. ([\s\S]+))?/.exec(
    message,
  );
  if (!found) return {};
  const [, serviceCode = 'OperationFailed', serviceMessage] = found;
  return { serviceCode, ...(serviceMessage === undefined ? {} : { serviceMessage }) };
}
