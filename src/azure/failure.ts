/** What went wrong at Azure's border, as a code that features word. */
export type FailureCode =
  | 'cancelled'
  | 'badRequest'
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'changed'
  | 'throttled'
  | 'timeout'
  | 'refused'
  | 'offline'
  | 'badResponse'
  | 'bug';

/** Why an answer is of no use. */
export type BadResponse =
  /** More bytes than any answer of Azure has. */
  | 'large'
  /** A list that leads back to itself, or has more items than any subscription. */
  | 'endless'
  /** Lists inside lists, without an end. */
  | 'nested'
  /** Not what was asked for, or not even JSON: often a page of a proxy. */
  | 'malformed'
  /** It leads to another server. */
  | 'elsewhere';

/** Why there is no token. */
export type SignInFailureKind =
  /** Nobody is signed in. */
  | 'nobody'
  /** Azure asks for more than the session has: another factor, or what a policy wants. */
  | 'claims'
  /** A tenant asks for a sign-in of its own. */
  | 'tenant'
  | 'cli-missing'
  | 'cli-signed-out'
  /** `DefaultAzureCredential` found nothing to sign in with. */
  | 'no-credential'
  /** The sign-in service refused what was presented. */
  | 'refused'
  /** The endpoint of one's own is no address to sign in to. */
  | 'endpoint'
  /** The endpoint of one's own wants tokens for an application ID, which can be any service's. */
  | 'audience'
  /** The endpoint of one's own names a sign-in host that isn't Microsoft's, and the user didn't allow it. */
  | 'host';

export interface FailureDetails {
  /** Azure's own code, `AuthorizationFailed`. */
  readonly serviceCode?: string;
  /** Azure's own message, word for word. */
  readonly serviceMessage?: string;
  /** Codes of what Azure's error wraps: `SubnetIsFull` in an `AllocationFailed`. */
  readonly innerCodes?: readonly string[];
  /** `x-ms-request-id`, or the correlation id. */
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  readonly status?: number;
  /** Of `signedOut`, where a credential says so; a `status` says instead that Azure refused the token. */
  readonly signIn?: SignInFailureKind;
  /** The tenant that is meant, where it is not the account's own. */
  readonly tenant?: { readonly id: string; readonly name: string };
  /** The sign-in host that wasn't allowed. */
  readonly signInHost?: string;
  /** What the endpoint wanted a token for, where that isn't taken. */
  readonly audience?: string;
  /** Of `offline`: this computer does not trust the certificate that it was shown. */
  readonly untrusted?: true;
  /** Of `badResponse`. */
  readonly response?: BadResponse;
}

/** The only error that leaves this layer. Branch on `code`, never on the text. */
export class AzureFailure extends Error {
  /** ISO time. */
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

/** No answer arrived, or none that can be used: what was requested can have happened all the same. */
export function isAnswerLost({ code }: FailureFacts): boolean {
  return code === 'offline' || code === 'timeout' || code === 'badResponse';
}

/** Azure answered that the fault is its own. */
export function isServerError({ details }: FailureFacts): boolean {
  return (details.status ?? 0) >= 500;
}

/** Failures that can end by themselves. A certificate that isn't trusted can't. */
export function isTransient(failure: FailureFacts): boolean {
  if (failure.details.untrusted === true) return false;
  return isAnswerLost(failure) || failure.code === 'throttled' || isServerError(failure);
}

/** The failure that an answer is which cannot be used. */
export function badResponse(response: BadResponse): AzureFailure {
  return new AzureFailure('badResponse', { response });
}

/** Fit for a log: codes and the request id. Azure's own words name resources and people, so they stay in `details`. */
function messageOf(code: FailureCode, details: FailureDetails): string {
  const { response, status, serviceCode, requestId } = details;
  return [code, response, status, serviceCode, requestId].filter((one) => one !== undefined).join(', ');
}
