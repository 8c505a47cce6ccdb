import type { Action, ListState } from '../../../contract/wizard/words';
import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { signInAction } from '../../../wording/sign-in-words';
import { wordFailure } from '../failures';
import type { Loaded } from '../state';

export interface ListWords {
  /** Said where there is no row. */
  readonly text: string;
  readonly actions: Action[];
  /** Id of the action that reads again. */
  readonly retry: string;
}

/** How a list stands: being read, there, empty with a sentence, or not to be had with a way on. */
export function listState<T>(
  say: Say,
  loaded: Loaded<readonly T[]>,
  { text, actions, retry }: ListWords,
): ListState {
  switch (loaded.is) {
    case 'waiting':
      return { is: 'waiting' };
    case 'reading':
      return { is: 'reading' };
    case 'ready':
      return loaded.value.length > 0 ? { is: 'ready' } : { is: 'empty', text, actions };
    case 'problem':
      return {
        is: 'problem',
        text: wordFailure(say, loaded.failure),
        retryAt: loaded.retryAt,
        actions:
          loaded.failure.code === 'signedOut'
            ? signInActions(say, loaded.failure)
            : [{ id: retry, label: say('action.tryAgain') }],
      };
  }
}

/** Whoever is not signed in at all may as well look around first. */
function signInActions(say: Say, failure: AzureFailure): Action[] {
  const action = signInAction(say, failure);
  return action.id === 'signIn' ? [action, { id: 'useSample', label: say('action.useSample') }] : [action];
}
