import type { Reply, ArmError } from './responses';
import { refusal } from './responses';
import { failure } from './failure-texts';
import type { BodyJson } from './body-json';

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
}

/** What somebody else writes. */
export interface OtherWrite {
  readonly method: 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: BodyJson;
}

export const faultKinds = ['answer', 'offline', 'hang', 'lost', 'slow', 'operation', 'meanwhile'] as const;

/** A trouble to come: which requests it hits, what happens, how often. */
export interface Fault {
  /** Part of the path (any case), an expression, or a question; everything where absent. */
  readonly match?: string | RegExp | ((target: FaultTarget) => boolean);
  readonly method?: string;
  /** How many requests it hits, 1 where absent; `Infinity` until faults are cleared. */
  readonly times?: number;
  /**
   * `answer` (the default) replies with `status`; `offline` fails as a refused connection; `hang` never answers until
   * the caller gives up; `lost` does what is asked and loses the connection before the answer; `slow` takes
   * `milliseconds` longer, whatever else happens; `operation` lets the long-running operation that the next match
   * begins end as failed; `meanwhile` lets somebody else write first: `write`, or the very resource.
   */
  readonly kind?: (typeof faultKinds)[number];
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Claims a 401 asks for, as continuous access evaluation does. */
  readonly claims?: string;
  readonly milliseconds?: number;
  readonly write?: OtherWrite;
}

type Strike =
  { readonly kind: 'answer'; readonly reply: Reply } | { readonly kind: 'offline' | 'hang' | 'lost' };

export interface Faults {
  next(fault: Fault): void;
  clear(): void;
  /** Faults that may still hit something. */
  pending(): number;
  /** Called after every change of what is pending. */
  onChange(listener: () => void): void;
  /** Used by the sandbox: the fault that hits this request, now used up by one. */
  strike(target: FaultTarget): Strike | undefined;
  /** Used by the sandbox: milliseconds that this request takes longer. */
  delay(target: FaultTarget): number;
  /** Used by the sandbox: what somebody else writes before this request; `touch` is the very resource. */
  meanwhile(target: FaultTarget): OtherWrite | 'touch' | undefined;
  /** Used by the sandbox: the error that an operation begun on this resource shall end with. */
  operationError(target: FaultTarget): ArmError | undefined;
}

type Kind = NonNullable<Fault['kind']>;

export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  const take = (target: FaultTarget, kinds: readonly Kind[]): Fault | undefined => {
    const found = pending.find(({ fault }) => kinds.includes(fault.kind ?? 'answer') && hits(fault, target));
    if (!found) return undefined;
    found.left -= 1;
    pending = pending.filter((entry) => entry.left > 0);
    if (found.left <= 0) tell();
    return found.fault;
  };
  return {
    next: (fault) => {
      pending.push({ fault, left: fault.times ?? 1 });
      tell();
    },
    clear: () => {
      pending = [];
      tell();
    },
    pending: () => pending.length,
    onChange: (listener) => void listeners.push(listener),
    strike: (target) => {
      const fault = take(target, ['answer', 'offline', 'hang', 'lost']);
      return fault && strikeOf(fault);
    },
    delay: (target) => take(target, ['slow'])?.milliseconds ?? 0,
    meanwhile: (target) => {
      const fault = take(target, ['meanwhile']);
      return fault && (fault.write ?? 'touch');
    },
    operationError: (target) => {
      const fault = take(target, ['operation']);
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
  return failure('internalError');
}
