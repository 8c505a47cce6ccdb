import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { formatTime } from './dates';

/** A failure that a sign-in resolves. Structurally compatible with the failures at the boundary with Azure. */
export interface SignInFailure {
  /** Time in ISO format. */
  readonly at: string;
  readonly details: {
    readonly status?: number;
    readonly serviceCode?: string;
    readonly signIn?: string;
    readonly tenant?: { readonly id: string; readonly name: string };
    readonly signInHost?: string;
    readonly audience?: string;
  };
}

/** The action for it: an ID that the caller handles, and its label. */
export interface SignInAction {
  readonly id: string;
  readonly label: string;
}

/** Returns in a sentence why Azure can't be reached with this sign-in. */
export function formatSignIn(say: Say, failure: SignInFailure): string {
  const { status, signIn, tenant } = failure.details;
  // Azure received the token and rejected it: it expired or was revoked.
  if (status !== undefined) return say('signIn.expired', { time: formatTime(say, failure.at) });
  if (signIn === 'tenant' && !tenant) return say('problem.signedOut');
  return say(sentences[signIn ?? ''] ?? 'problem.signedOut', valuesOf(failure));
}

function valuesOf({ details }: SignInFailure): Readonly<Record<string, string>> {
  const { tenant, serviceCode = 'Microsoft Entra ID', signInHost = '', audience = '' } = details;
  return { tenant: tenant?.name ?? '', code: serviceCode, host: signInHost, audience };
}

/** Returns the action for it. */
export function signInAction(say: Say, { details }: SignInFailure): SignInAction {
  const { status, signIn, tenant } = details;
  if (status !== undefined) return { id: 'signInAgain', label: say('action.signInAgain') };
  if (signIn === 'tenant' && tenant) {
    return { id: `signInTo:${tenant.id}`, label: say('action.signInTo', { tenant: tenant.name }) };
  }
  const [id, label] = actions[signIn ?? ''] ?? (['signIn', 'action.signIn'] as const);
  return { id, label: say(label) };
}

const sentences: Readonly<Record<string, MessageKey>> = {
  claims: 'signIn.claims',
  tenant: 'signIn.tenant',
  'cli-missing': 'signIn.cliMissing',
  'cli-signed-out': 'signIn.cliSignedOut',
  'no-credential': 'signIn.noCredential',
  refused: 'signIn.refused',
  endpoint: 'signIn.endpoint',
  audience: 'signIn.audience',
  host: 'signIn.host',
};

const actions: Readonly<Record<string, readonly [string, MessageKey]>> = {
  claims: ['signInAgain', 'action.signInAgain'],
  'cli-missing': ['chooseAccount', 'action.chooseAccount'],
  'cli-signed-out': ['signInAgain', 'action.tryAgain'],
  'no-credential': ['chooseAccount', 'action.chooseAccount'],
  refused: ['chooseAccount', 'action.chooseAccount'],
  endpoint: ['chooseCloud', 'action.chooseCloud'],
  audience: ['chooseCloud', 'action.chooseCloud'],
  host: ['signInAgain', 'action.signInAgain'],
};
