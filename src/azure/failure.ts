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
  | 'bug';

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
}

/** The only error that leaves this layer. Branch on `code`, never on the text. */
export class AzureFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly details: FailureDetails = {},
    cause?: unknown,
  ) {
    super(messageOf(code, details), cause === undefined ? undefined : { cause });
    this.name = 'AzureFailure';
  }
}

/** Fit for a log: codes and the request id. Azure's own words name resources and people, so they stay in `details`. */
function messageOf(code: FailureCode, { status, serviceCode, requestId }: FailureDetails): string {
  return [code, status, serviceCode, requestId].filter((one) => one !== undefined).join(', ');
}
