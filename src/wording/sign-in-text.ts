import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { formatTime } from './dates';

/** What is said of a failure that a sign-in ends; fits the failures of Azure's border by shape. */
export interface SignInFailure {
  /** ISO time. */
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

/** The one thing to do about it: an id that whoever offers it understands, and its label. */
export interface SignInAction {
  readonly id: string;
  readonly label: string;
}

/** Why Azure cannot be asked, in one sentence. */
export function formatSignIn(say: Say, failure: SignInFailure): string {
  const { status, signIn, tenant } = failure.details;
  // Azure had the token and did not take it: it ended, or was taken back.
  if (status !== undefined) return say('signIn.expired', { time: formatTime(say, failure.at) });
  if (signIn === 'tenant' && !tenant) return say('problem.signedOut');
  return say(sentences[signIn ?? ''] ?? 'problem.signedOut', valuesOf(failure));
}

function valuesOf({ details }: SignInFailure): Readonly<Record<string, string>> {
  const { tenant, serviceCode = 'Microsoft Entra ID', signInHost = '', audience = '' } = details;
  return { tenant: tenant?.name ?? '', code: serviceCode, host: signInHost, audience };
}

/** What to do about it. */
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
