import type { Action, ListState } from '../../../contract/wizard/shared-schemas';
import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { signInAction } from '../../../wording/sign-in-text';
import { formatFailure } from '../failures';
import type { Loaded } from '../state';

export interface ListText {
  /** Said where there is no row. */
  readonly text: string;
  readonly actions: Action[];
  /** Id of the action that reads again. */
  readonly retry: string;
  /** Said where it may not be read, with the way to what may be. */
  readonly forbidden?: Pick<ListText, 'text' | 'actions'> | undefined;
}

/** How a list stands: being read, there, empty with a sentence, or not to be had with a way on. */
export function listStateOf<T>(say: Say, loaded: Loaded<readonly T[]>, words: ListText): ListState {
  switch (loaded.is) {
    case 'waiting':
      return { is: 'waiting' };
    case 'reading':
      return { is: 'reading' };
    case 'ready':
      return loaded.value.length > 0
        ? { is: 'ready' }
        : { is: 'empty', text: words.text, actions: words.actions };
    case 'problem':
      return { is: 'problem', retryAt: loaded.retryAt, ...wayOn(say, loaded.failure, words) };
  }
}

function wayOn(say: Say, failure: AzureFailure, words: ListText): Pick<ListText, 'text' | 'actions'> {
  const tryAgain = { id: words.retry, label: say('action.tryAgain') };
  const text = formatFailure(say, failure);
  if (failure.code === 'signedOut') return { text, actions: signInActions(say, failure) };
  const around = failure.code === 'forbidden' ? words.forbidden : undefined;
  return around
    ? { text: around.text, actions: [...around.actions, tryAgain] }
    : { text, actions: [tryAgain] };
}

/** Somebody else may be allowed to. */
export function chooseAccountAction(say: Say): Action {
  return { id: 'chooseAccount', label: say('action.chooseAccount') };
}

/** Leads back to the first section, where the subscription is chosen. */
export function chooseSubscriptionAction(say: Say): Action {
  return { id: 'chooseSubscription', label: say('action.chooseSubscription') };
}

/** A network that does not exist yet, written as code. */
export function proposeNetworkAction(say: Say): Action {
  return { id: 'proposeNetwork', label: say('newNetwork.write') };
}

/** Whoever is not signed in at all may as well look around first. */
function signInActions(say: Say, failure: AzureFailure): Action[] {
  const action = signInAction(say, failure);
  return action.id === 'signIn' ? [action, { id: 'useSample', label: say('action.useSample') }] : [action];
}
