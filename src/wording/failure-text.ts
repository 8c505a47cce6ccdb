import type { CallError } from '../contract/call-error';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { refusedAction } from './azure-error-detail';
import { formatSignIn, type SignInFailure } from './sign-in-text';

/** A failure at the boundary with Azure, with the members that its sentence needs. */
export interface WordedFailure {
  readonly code: CallError['code'];
  /** Time in ISO format. */
  readonly at?: string;
  readonly details: SignInFailure['details'] & {
    /** Whether this computer doesn't trust the server's certificate. */
    readonly untrusted?: boolean;
    /** Why Azure's response can't be used. */
    readonly response?: 'large' | 'endless' | 'nested' | 'malformed' | 'elsewhere';
    readonly serviceMessage?: string;
    readonly retryAfterSeconds?: number;
  };
}

/** Returns a sentence with what happened and what to do. */
export function failureText(say: Say, failure: WordedFailure): string {
  return detailedTexts[failure.code]?.(say, failure) ?? say(sentences[failure.code]);
}

type DetailedText = (say: Say, failure: WordedFailure) => string;

/** Texts of codes whose details state more. */
const detailedTexts: Readonly<Partial<Record<CallError['code'], DetailedText>>> = {
  refused: (say, { details }) => refusal(say, details),
  conflict: (say, { code, details }) =>
    details.serviceMessage === undefined ? say(sentences[code]) : refusal(say, details),
  signedOut: (say, { at = '', details }) => formatSignIn(say, { at, details }),
  offline: (say, { code, details }) => say(details.untrusted ? 'problem.untrusted' : sentences[code]),
  badResponse: (say, { details }) => say(badResponses[details.response ?? 'malformed']),
  forbidden: (say, { details }) => forbiddenText(say, details),
  throttled: waitText,
  unavailable: waitText,
};

function waitText(say: Say, { code, details }: WordedFailure): string {
  const s = details.retryAfterSeconds ?? 15;
  return `${textWithoutAdvice(say, { code })} ${say('problem.tryAgainIn', { s })}`;
}

/** Returns the sentence for a code. If Azure requests a wait, it leaves out until when. */
export function textWithoutAdvice(say: Say, { code }: Pick<WordedFailure, 'code'>): string {
  return say(sentences[code]);
}

/** Names the role for reading; otherwise the action, which several roles contain. */
function forbiddenText(say: Say, details: WordedFailure['details']): string {
  const action = refusedAction(details);
  const isRead = action === undefined || /\/read$/i.test(action);
  return isRead ? say('problem.forbidden') : say('problem.forbiddenAction', { action });
}

/** True if Azure refused the request itself. A server error (5xx) or a failed operation (without a status) doesn't. */
export function isRefusedRequest({ status }: { readonly status?: number | undefined }): boolean {
  return status !== undefined && status < 500;
}

/** Returns the text of an error. */
function refusal(say: Say, details: WordedFailure['details']): string {
  const { serviceMessage } = details;
  const key = isRefusedRequest(details) ? 'problem.refused' : 'problem.failed';
  return serviceMessage === undefined ? say(key) : say(`${key}With`, { message: sentenceOf(serviceMessage) });
}

/** Adds a period to Azure's message if it doesn't end with one, because other sentences follow. */
function sentenceOf(message: string): string {
  return inOneLine(message).replace(/[^.!?…]$/, '$&.');
}

/** Joins the lines of Azure's messages, because the text is part of a sentence. */
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
  throttled: 'problem.throttled',
  unavailable: 'problem.unavailable',
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
