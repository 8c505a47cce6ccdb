/** Failure at the boundary with Azure, as a code for which features have texts. */
export type FailureCode =
  | 'cancelled'
  | 'badRequest'
  | 'signedOut'
  | 'accountChanged'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'changed'
  | 'throttled'
  | 'unavailable'
  | 'timeout'
  | 'refused'
  | 'offline'
  | 'badResponse'
  | 'bug';

/** Reasons why a response can't be used. */
export type BadResponse =
  /** The response has more bytes than any response of Azure. */
  | 'large'
  /** A list links back to itself, or has more items than any subscription. */
  | 'endless'
  /** JSON nested too deeply. */
  | 'nested'
  /** Unexpected content, or not even JSON: often a page of a proxy. */
  | 'malformed'
  /** The response links to another server. */
  | 'elsewhere';

/** Reasons why there is no token. */
export type SignInFailureKind =
  /** No account is signed in. */
  | 'none'
  /** Azure requires more than the session has: another factor, or a policy condition. */
  | 'claims'
  /** A tenant requires a separate sign-in. */
  | 'tenant'
  | 'cli-missing'
  | 'cli-signed-out'
  /** `DefaultAzureCredential` found no credential. */
  | 'no-credential'
  /** The sign-in service rejected the credential. */
  | 'refused'
  /** The custom endpoint isn't a valid address for sign-in. */
  | 'endpoint'
  /** The custom endpoint requires tokens for an application ID, which can be the ID of any service. */
  | 'audience'
  /** The custom endpoint names a sign-in host that isn't Microsoft's, and the user didn't allow it. */
  | 'host';

export interface FailureDetails {
  /** Azure's error code, such as `AuthorizationFailed`. */
  readonly serviceCode?: string;
  /** Azure's error message, verbatim. */
  readonly serviceMessage?: string;
  /** Codes of inner errors: `SubnetIsFull` in an `AllocationFailed`. */
  readonly innerCodes?: readonly string[];
  /** `x-ms-request-id`, or the correlation ID. */
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  readonly status?: number;
  /** Reason for `signedOut`, if a credential reports it. If there is a `status` instead, Azure rejected the token. */
  readonly signIn?: SignInFailureKind;
  /** The tenant of the request, if it isn't the account's own. */
  readonly tenant?: { readonly id: string; readonly name: string };
  /** The sign-in host that wasn't allowed. */
  readonly signInHost?: string;
  /** The audience that the endpoint requested, if it was rejected. */
  readonly audience?: string;
  /** True for an `offline` failure if this computer doesn't trust the server's certificate. */
  readonly untrusted?: true;
  /** Set for `badResponse`. */
  readonly response?: BadResponse;
}

/** The only error that leaves this layer. Branch on `code`, never on the text. */
export class AzureFailure extends Error {
  /** Time of the failure in ISO format. */
  readonly at = new Date().toISOString();

  constructor(
    readonly code: FailureCode,
    readonly details: FailureDetails = {},
    cause?: unknown,
  ) {
    super(messageOf(code, details), cause === undefined ? undefined : { cause });
    this.name = 'AzureFailure';
  }
}

type FailureFacts = Pick<AzureFailure, 'code' | 'details'>;

/** True if there is no response, or none that can be used. Azure can have completed the request all the same. */
export function isAnswerLost({ code }: FailureFacts): boolean {
  return code === 'offline' || code === 'timeout' || code === 'badResponse';
}

/** True if Azure reported a server error. */
export function isServerError({ details }: FailureFacts): boolean {
  return (details.status ?? 0) >= 500;
}

/** True if Azure may have carried out the request despite the failure. 503 means that it didn't start. */
export function mayBeDone(failure: FailureFacts): boolean {
  return isAnswerLost(failure) || (isServerError(failure) && failure.code !== 'unavailable');
}

/** True if Azure accepted the request, and the operation that it started failed. Its failure doesn't have an HTTP status. */
export function isFailedOperation({ code, details }: FailureFacts): boolean {
  return code === 'refused' && details.status === undefined;
}

/** Returns after how many seconds Azure wants the next request; null if it doesn't limit requests. */
export function requestedWait({ code, details }: FailureFacts): number | null {
  return code === 'throttled' || code === 'unavailable' ? (details.retryAfterSeconds ?? 15) : null;
}

/** True for failures that can disappear on retry. An untrusted certificate can't. */
export function isTransient(failure: FailureFacts): boolean {
  if (failure.details.untrusted === true) return false;
  return isAnswerLost(failure) || requestedWait(failure) !== null || isServerError(failure);
}

/** Creates the failure for a response that can't be used. */
export function badResponse(response: BadResponse): AzureFailure {
  return new AzureFailure('badResponse', { response });
}

/**
 * Returns a message that is safe to log: codes and the request ID. Azure's messages name resources and people, so they
 * stay in `details`.
 */
function messageOf(code: FailureCode, details: FailureDetails): string {
  const { response, status, serviceCode, requestId } = details;
  return [code, response, status, serviceCode, requestId].filter((one) => one !== undefined).join(', ');
}
