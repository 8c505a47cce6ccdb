import { AzureFailure, type FailureCode, type FailureDetails } from './failure';
import { at, isObject, parseJson, textAt, type Json } from './json';

/** What of an error of the SDK is looked at; its classes come with several packages, so shape decides. */
interface ErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly message?: unknown;
  readonly response?: {
    readonly headers?: { get(name: string): string | undefined };
    readonly bodyAsText?: string | null;
  };
}

/** Maps anything the SDK throws to one of our codes. Never carries a header, a token or a URL along. */
export function toFailure(error: unknown): AzureFailure {
  if (error instanceof AzureFailure) return error;
  const shape: ErrorShape = typeof error === 'object' && error !== null ? error : {};
  if (shape.name === 'AbortError') return new AzureFailure('cancelled');
  if (shape.name === 'TimeoutError') return new AzureFailure('timeout');
  const details = detailsOf(shape);
  return new AzureFailure(codeOf(shape, details), details);
}

function codeOf(shape: ErrorShape, details: FailureDetails): FailureCode {
  if (details.status !== undefined) return codeOfStatus(details.status, details.serviceCode);
  const code = typeof shape.code === 'string' ? shape.code : '';
  if (offlineCodes.has(code)) return 'offline';
  if (shape.name === 'CredentialUnavailableError' || shape.name === 'AuthenticationRequiredError')
    return 'signedOut';
  // A long-running operation that ended badly is a plain error whose message names the service's code.
  if (details.serviceCode !== undefined) return 'refused';
  return 'bug';
}

const offlineCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'REQUEST_SEND_ERROR',
]);

/** Codes with which Azure says that the request's form is wrong, not that the thing asked for is refused. */
const formCodes: ReadonlySet<string> = new Set([
  'InvalidRequestFormat',
  'MissingApiVersionParameter',
  'InvalidApiVersionParameter',
]);

const byStatus: Readonly<Record<number, FailureCode>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  408: 'timeout',
  409: 'conflict',
  412: 'changed',
  429: 'throttled',
  504: 'timeout',
};

function codeOfStatus(status: number, serviceCode: string | undefined): FailureCode {
  const known = byStatus[status];
  if (known) return known;
  if (status >= 500) return 'timeout';
  return serviceCode !== undefined && formCodes.has(serviceCode) ? 'badRequest' : 'refused';
}

function detailsOf(shape: ErrorShape): FailureDetails {
  const body = parseJson(shape.response?.bodyAsText);
  const error = errorOf(body);
  const headers = shape.response?.headers;
  const requestId = headers?.get('x-ms-request-id') ?? headers?.get('x-ms-correlation-request-id');
  const retry = Number(headers?.get('retry-after'));
  const fromText = longRunningText(shape.message);
  const serviceCode = textAt(error, 'code') ?? fromText?.code;
  const serviceMessage = textAt(error, 'message') ?? fromText?.message;
  return {
    ...(typeof shape.statusCode === 'number' ? { status: shape.statusCode } : {}),
    ...(serviceCode === undefined ? {} : { serviceCode }),
    ...(serviceMessage === undefined ? {} : { serviceMessage }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(headers?.get('retry-after') !== undefined && Number.isFinite(retry)
      ? { retryAfterSeconds: retry }
      : {}),
  };
}

/** The innermost error that says more than its wrapper does. */
function errorOf(body: Json | undefined): Json | undefined {
  const error = at(body, 'error') ?? (isObject(body) && 'code' in body ? body : undefined);
  const inner = at(error, 'details');
  const first: Json | undefined = Array.isArray(inner) ? (inner[0] as Json | undefined) : undefined;
  const isWrapper = textAt(error, 'code') === 'DeploymentFailed' || textAt(error, 'message') === '';
  return isWrapper && first !== undefined ? first : error;
}

/** “The long-running operation has failed. SubnetIsFull. Subnet is full”: all that a poller leaves of a refusal. */
function longRunningText(message: unknown): { code: string; message: string } | undefined {
  if (typeof message !== 'string') return undefined;
  const found = /^The long-running operation has failed\.?\s*(\w+)?\.?\s*([\s\S]*)$/.exec(message);
  return found
    ? { code: found[1] ?? 'OperationFailed', message: (found[2] ?? '').trim() || message }
    : undefined;
}
