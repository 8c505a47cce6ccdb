import type { Reply, ArmError } from './responses';
import { refusal } from './responses';
import { failure } from './failure-texts';
import type { BodyJson } from './body-json';

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
}

/** A write by another user. */
export interface OtherWrite {
  readonly method: 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: BodyJson;
}

export const faultKinds = ['answer', 'offline', 'hang', 'lost', 'slow', 'operation', 'meanwhile'] as const;

/** A fault to inject: which requests it affects, its effect, and how often. */
export interface Fault {
  /** Part of the path (any case), a regular expression, or a predicate; all requests by default. */
  readonly match?: string | RegExp | ((target: FaultTarget) => boolean);
  readonly method?: string;
  /** Number of requests that it affects, 1 by default; `Infinity` until faults are cleared. */
  readonly times?: number;
  /**
   * `answer` (the default) responds with `status`. `offline` fails like a refused connection. `hang` doesn't respond
   * until the caller gives up. `lost` handles the request and loses the connection before the response. `slow` takes
   * `milliseconds` longer, in addition to other effects. `operation` makes the long-running operation fail that the
   * next match starts. `meanwhile` has another user write first: `write`, or the same resource.
   */
  readonly kind?: (typeof faultKinds)[number];
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Seconds for the `Retry-After` header. */
  readonly retryAfter?: number;
  /** Claims that a 401 requires, as in continuous access evaluation. */
  readonly claims?: string;
  readonly milliseconds?: number;
  readonly write?: OtherWrite;
}

type Strike =
  { readonly kind: 'answer'; readonly reply: Reply } | { readonly kind: 'offline' | 'hang' | 'lost' };

export interface Faults {
  next(fault: Fault): void;
  clear(): void;
  /** Returns the number of faults that can still affect a request. */
  pending(): number;
  /** Registers a listener for changes of the pending faults. */
  onChange(listener: () => void): void;
  /** Returns the fault for this request, and uses it up once. Only for the sandbox. */
  strike(target: FaultTarget): Strike | undefined;
  /** Returns the milliseconds to delay this request. Only for the sandbox. */
  delay(target: FaultTarget): number;
  /** Returns the write of another user before this request; `touch` means the same resource. Only for the sandbox. */
  meanwhile(target: FaultTarget): OtherWrite | 'touch' | undefined;
  /** Returns the error with which an operation on this resource ends. Only for the sandbox. */
  operationError(target: FaultTarget): ArmError | undefined;
}

type Kind = NonNullable<Fault['kind']>;

export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  const listeners: (() => void)[] = [];
  const notify = (): void => listeners.forEach((listener) => listener());
  const nextFault = (target: FaultTarget, kinds: readonly Kind[]): Fault | undefined => {
    const found = pending.find(({ fault }) => kinds.includes(fault.kind ?? 'answer') && hits(fault, target));
    if (!found) return undefined;
    found.left -= 1;
    pending = pending.filter((entry) => entry.left > 0);
    if (found.left <= 0) notify();
    return found.fault;
  };
  return {
    next: (fault) => {
      pending.push({ fault, left: fault.times ?? 1 });
      notify();
    },
    clear: () => {
      pending = [];
      notify();
    },
    pending: () => pending.length,
    onChange: (listener) => void listeners.push(listener),
    strike: (target) => {
      const fault = nextFault(target, ['answer', 'offline', 'hang', 'lost']);
      return fault && strikeOf(fault);
    },
    delay: (target) => nextFault(target, ['slow'])?.milliseconds ?? 0,
    meanwhile: (target) => {
      const fault = nextFault(target, ['meanwhile']);
      return fault && (fault.write ?? 'touch');
    },
    operationError: (target) => {
      const fault = nextFault(target, ['operation']);
      return (
        fault && { code: fault.code ?? 'InternalServerError', message: fault.message ?? 'An error occurred.' }
      );
    },
  };
}

function strikeOf(fault: Fault): Strike {
  const { kind } = fault;
  if (kind === 'offline' || kind === 'hang' || kind === 'lost') return { kind };
  return { kind: 'answer', reply: answerOf(fault) };
}

function hits(fault: Fault, target: FaultTarget): boolean {
  if (fault.method && fault.method.toUpperCase() !== target.method) return false;
  if (fault.match === undefined) return true;
  if (typeof fault.match === 'function') return fault.match(target);
  if (typeof fault.match === 'string') return target.path.toLowerCase().includes(fault.match.toLowerCase());
  return fault.match.test(target.path);
}

function answerOf(fault: Fault): Reply {
  const status = fault.status ?? 500;
  const standard = standardError(status);
  const error = { code: fault.code ?? standard.code, message: fault.message ?? standard.message };
  const headers: Record<string, string> = {};
  if (fault.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
  if (status === 401) headers['WWW-Authenticate'] = challenge(fault.claims);
  return refusal(status, error, headers);
}

function challenge(claims: string | undefined): string {
  const authority = 'Bearer authorization_uri="https://login.microsoftonline.com/common"';
  if (claims === undefined) {
    return `${authority}, error="invalid_token", error_description="The access token is invalid."`;
  }
  return `${authority}, error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
}

function standardError(status: number): ArmError {
  if (status === 401) return failure('expiredToken');
  if (status === 429) return failure('tooManyRequests');
  const { code, message } = failure('internalError');
  return { code: codesByStatus[status] ?? code, message };
}

/** Azure Resource Manager's usual codes. */
const codesByStatus: Readonly<Record<number, string>> = {
  403: 'AuthorizationFailed',
  404: 'ResourceNotFound',
  409: 'Conflict',
  412: 'PreconditionFailed',
  503: 'ServiceUnavailable',
};
