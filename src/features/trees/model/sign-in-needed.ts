import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { markdownText } from '../../../plans/request/markdown-text';
import { signInAction, formatSignIn } from '../../../wording/sign-in-text';
import type { Roots } from './tree';

/** True where nobody has signed in yet: that has a welcome of its own. */
export function isNobody({ code, details }: AzureFailure): boolean {
  const { status, signIn } = details;
  return code === 'signedOut' && status === undefined && (signIn ?? 'nobody') === 'nobody';
}

/** Why a sign-in is not enough, and a line for the one thing to do about it. */
export function signInNeeded(say: Say, failure: AzureFailure): Pick<Roots, 'message' | 'nodes'> {
  const { id, label } = signInAction(say, failure);
  const line = {
    id: 'sign-in',
    target: { is: 'sign-in', action: id },
    label,
    description: '',
    icon: 'signIn',
    tooltip: markdownText(label),
    spoken: label,
    expand: 'leaf',
    can: [],
  } as const;
  return { message: formatSignIn(say, failure), nodes: [line] };
}
