import type { AzureFailure } from '../../../azure/failure';
import type { Say } from '../../../messages/say';
import { markdownText } from '../../../plans/request/markdown-text';
import { signInAction, wordSignIn } from '../../../wording/sign-in-words';
import { noteLine } from './lines';
import type { TreeNode } from './node';

/** True where nobody has signed in yet: that has a welcome of its own. */
export function isNobody({ code, details }: AzureFailure): boolean {
  const { status, signIn } = details;
  return code === 'signedOut' && status === undefined && (signIn ?? 'nobody') === 'nobody';
}

/** Why a sign-in is not enough, and the one thing to do about it. */
export function signInLines(say: Say, failure: AzureFailure): readonly TreeNode[] {
  const { id, label } = signInAction(say, failure);
  return [
    { ...noteLine('sign-in', wordSignIn(say, failure)), icon: 'warning' },
    {
      id: 'sign-in action',
      target: { is: 'sign-in', action: id },
      label,
      description: '',
      icon: 'signIn',
      tooltip: markdownText(label),
      spoken: label,
      expand: 'leaf',
      can: [],
    },
  ];
}
