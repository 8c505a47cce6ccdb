import type { CallError } from '../contract/call-error';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { formatSignIn, type SignInFailure } from './sign-in-text';

/** A failure at Azure's border, as far as a sentence needs it. */
export interface WordedFailure {
  readonly code: CallError['code'];
  /** ISO time. */
  readonly at?: string;
  readonly details: SignInFailure['details'] & {
    /** This computer does not trust the certificate that it was shown. */
    readonly untrusted?: boolean;
    /** Why Azure's answer can't be used. */
    readonly response?: 'large' | 'endless' | 'nested' | 'malformed' | 'elsewhere';
    readonly serviceMessage?: string;
    readonly retryAfterSeconds?: number;
  };
}

/** One sentence: what happened, and what to do. */
export function failureText(say: Say, { code, at, details }: WordedFailure): string {
  const { retryAfterSeconds } = details;
  if (code === 'refused') return refusal(say, details);
  if (code === 'signedOut') return formatSignIn(say, { at: at ?? '', details });
  if (code === 'offline' && details.untrusted === true) return say('problem.untrusted');
  if (code === 'badResponse') return say(badResponses[details.response ?? 'malformed']);
  if (code === 'throttled') return say('problem.throttledFor', { s: retryAfterSeconds ?? 15 });
  return say(sentences[code]);
}

/** A fault of Azure's own (5xx) is no refusal of what was asked. */
function refusal(say: Say, { status = 0, serviceMessage }: WordedFailure['details']): string {
  const key = status >= 500 ? 'problem.failed' : 'problem.refused';
  return serviceMessage === undefined ? say(key) : say(`${key}With`, { message: inOneLine(serviceMessage) });
}

/** Azure breaks its messages into lines; here they stand within a sentence. */
export function inOneLine(message: string): string {
  return message.trim().replace(/\s+/g, ' ');
}

const sentences: Readonly<Record<CallError['code'], MessageKey>> = {
  cancelled: 'problem.cancelled',
  badRequest: 'problem.badRequest',
  signedOut: 'problem.signedOut',
  accountChanged: 'problem.accountChanged',
  forbidden: 'problem.forbidden',
  notFound: 'problem.notFound',
  conflict: 'problem.conflict',
  changed: 'problem.changed',
  throttled: 'problem.throttledFor',
  timeout: 'problem.timeout',
  refused: 'problem.refused',
  offline: 'problem.offline',
  badResponse: 'problem.badResponse',
  bug: 'problem.bug',
};

const badResponses: Readonly<Record<NonNullable<WordedFailure['details']['response']>, MessageKey>> = {
  large: 'problem.badResponse.large',
  endless: 'problem.badResponse.endless',
  nested: 'problem.badResponse.nested',
  malformed: 'problem.badResponse',
  elsewhere: 'problem.badResponse.elsewhere',
};
