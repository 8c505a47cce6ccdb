import type { StartPage } from '../../../contract/wizard/plan';
import type { Note } from '../../../contract/wizard/shared-schemas';
import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { formatTime } from '../../../wording/dates';
import { formatSignIn, signInAction } from '../../../wording/sign-in-text';
import type { WizardState } from '../state';

/** The first page of who isn't signed in; null after the sign-in, and where a plan is kept, which is shown instead. */
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

/** Over a kept plan: since when nobody is signed in, and the way on. */
export function signedOutNote(say: Say, { connection }: WizardState): Note | null {
  if (connection.is !== 'problem' || connection.failure.code !== 'signedOut') return null;
  const { failure } = connection;
  return {
    text: say('start.keptPlan', { time: formatTime(say, failure.at) }),
    action: signInAction(say, failure),
  };
}

/** What is preselected isn't a plan of a person yet. */
function hasPlan({ choices }: WizardState): boolean {
  const { workspace, subnet, recommended } = choices;
  return (
    (workspace !== null && recommended.workspace === null) || (subnet !== null && recommended.subnet === null)
  );
}

/** Who never signed in knows why; of anything else it's said what is missing. */
function reasonOf(say: Say, failure: AzureFailure): string | null {
  const { status, signIn = 'nobody' } = failure.details;
  return status === undefined && signIn === 'nobody' ? null : formatSignIn(say, failure);
}
