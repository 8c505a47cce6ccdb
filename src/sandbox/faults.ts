import type { Reply, ServiceError } from './responses';
import { refusal } from './responses';
import { failure } from './failure-texts';

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
}

/** A trouble to come: which requests it hits, what happens, how often. */
export interface Fault {
  /** Part of the path (any case), an expression, or a question; everything where absent. */
  readonly match?: string | RegExp | ((target: FaultTarget) => boolean);
  readonly method?: string;
  /** How many requests it hits; 1 where absent. */
  readonly times?: number;
  /**
   * `answer` (the default) replies with `status`; `offline` fails as a refused connection; `hang` never answers until
   * the caller gives up; `operation` lets the next long-running operation on a match end as failed.
   */
  readonly kind?: 'answer' | 'offline' | 'hang' | 'operation';
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Claims a 401 asks for, as continuous access evaluation does. */
  readonly claims?: string;
}

export type Strike =
  { readonly kind: 'answer'; readonly reply: Reply } | { readonly kind: 'offline' | 'hang' };

export interface Faults {
  next(fault: Fault): void;
  clear(): void;
  /** Used by the sandbox: the fault that hits this request, now used up by one. */
  strike(target: FaultTarget): Strike | undefined;
  /** Used by the sandbox: the error that an operation on this resource shall end with. */
  operationError(target: FaultTarget): ServiceError | undefined;
}

export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  const take = (target: FaultTarget, isOperation: boolean): Fault | undefined => {
    const found = pending.find(
      ({ fault }) => (fault.kind === 'operation') === isOperation && hits(fault, target),
    );
    if (!found) return undefined;
    found.left -= 1;
    pending = pending.filter((entry) => entry.left > 0);
    return found.fault;
  };
  return {
    next: (fault) => void pending.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      pending = [];
    },
    strike: (target) => {
      const fault = take(target, false);
      if (!fault) return undefined;
      if (fault.kind === 'offline' || fault.kind === 'hang') return { kind: fault.kind };
      return { kind: 'answer', reply: answerOf(fault) };
    },
    operationError: (target) => {
      const fault = take(target, true);
      return (
        fault && { code: fault.code ?? 'InternalServerError', message: fault.message ?? 'An error occurred.' }
      );
    },
  };
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

function standardError(status: number): ServiceError {
  if (status === 401) return failure('expiredToken');
  if (status === 429) return failure('tooManyRequests');
  return failure('internalError');
}
