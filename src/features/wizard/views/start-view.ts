import type { StartPage } from '../../../contract/wizard/plan';
import type { Note } from '../../../contract/wizard/shared-schemas';
import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { formatTime } from '../../../wording/dates';
import { formatSignIn, signInAction } from '../../../wording/sign-in-text';
import type { WizardState } from '../state';

/** Returns the first page before the sign-in; null after it, or if there is a stored plan, which is shown instead. */
export function startView(say: Say, state: WizardState): StartPage | null {
  const { connection, signingIn, networkFiles } = state;
  if (connection.is !== 'problem' || connection.failure.code !== 'signedOut' || hasPlan(state)) return null;
  const { failure } = connection;
  return {
    isSigningIn: signingIn === 'under-way',
    problem: signingIn === 'failed' ? say('start.failed') : reasonOf(say, failure),
    signIn: signInAction(say, failure),
    files: networkFiles,
  };
}

/** Returns the note above a stored plan: since when the sign-in is missing, with an action. */
export function signedOutNote(say: Say, { connection }: WizardState): Note | null {
  if (connection.is !== 'problem' || connection.failure.code !== 'signedOut') return null;
  const { failure } = connection;
  return {
    text: say('start.keptPlan', { time: formatTime(say, failure.at) }),
    action: signInAction(say, failure),
  };
}

/** Checks whether there is a plan. Preselected choices aren't one yet. */
function hasPlan({ choices }: WizardState): boolean {
  const { workspace, subnet, recommended } = choices;
  return (
    (workspace !== null && recommended.workspace === null) || (subnet !== null && recommended.subnet === null)
  );
}

/** Returns why the sign-in isn't sufficient; null if the user has never signed in. */
function reasonOf(say: Say, failure: AzureFailure): string | null {
  const { status, signIn = 'none' } = failure.details;
  return status === undefined && signIn === 'none' ? null : formatSignIn(say, failure);
}
