import type { Action, ListState } from '../../../contract/wizard/shared-schemas';
import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { textWithoutAdvice } from '../../../wording/failure-text';
import { signInAction } from '../../../wording/sign-in-text';
import { formatFailure } from '../failures';
import type { Loaded } from '../state';

export interface ListText {
  /** Text for an empty list. */
  readonly text: string;
  readonly actions: Action[];
  /** ID of the action that reads the list again. */
  readonly retry: string;
  /** Text for a list without permission, with an action. */
  readonly forbidden?: Pick<ListText, 'text' | 'actions'> | undefined;
}

/** Returns the state of a list: being read, available, empty with a sentence, or failed with an action. */
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
      return problemState(say, loaded, words);
  }
}

/** A list that is read again automatically shows a countdown after its text. */
function problemState(
  say: Say,
  { failure, retryAt }: Extract<Loaded<unknown>, { is: 'problem' }>,
  words: ListText,
): ListState {
  const { text, actions } = wayOn(say, failure, words);
  return {
    is: 'problem',
    retryAt,
    text: retryAt === null ? text : textWithoutAdvice(say, failure),
    actions,
  };
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

/** Returns the action that changes the account, because another one can have permission. */
export function chooseAccountAction(say: Say): Action {
  return { id: 'chooseAccount', label: say('action.chooseAccount') };
}

/** Returns the action that opens the first section, where the subscription is chosen. */
export function chooseSubscriptionAction(say: Say): Action {
  return { id: 'chooseSubscription', label: say('action.chooseSubscription') };
}

/** Returns the action that proposes a network as code. */
export function proposeNetworkAction(say: Say): Action {
  return { id: 'proposeNetwork', label: say('newNetwork.write') };
}

/** Returns the sign-in actions. Without any sign-in, the sample is also offered. */
function signInActions(say: Say, failure: AzureFailure): Action[] {
  const action = signInAction(say, failure);
  return action.id === 'signIn' ? [action, { id: 'useSample', label: say('action.useSample') }] : [action];
}
