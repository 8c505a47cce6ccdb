import { AzureFailure } from '../../../azure/failure';
import type { NodeTarget } from '../model/node';
import type { TreesSession } from '../session';

/** Signs in for the first time, or switches to the sample. */
export async function changeAccount(session: TreesSession, to: 'microsoft' | 'sample'): Promise<void> {
  await unlessGivenUp(session.ports.changeAccount(to));
}

/** Runs the action of a node that reports an ended or insufficient sign-in. */
export async function helpSignIn(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'sign-in') return;
  const { ports } = session;
  const { action } = target;
  if (action === 'chooseAccount') return ports.choose('account');
  if (action === 'chooseCloud') return ports.choose('cloud');
  const isOfTenant = action.startsWith(signInTo);
  await unlessGivenUp(ports.signIn(isOfTenant ? { tenant: action.slice(signInTo.length) } : { again: true }));
}

const signInTo = 'signInTo:';

/** Treats a failed sign-in as canceled: VS Code itself shows why it failed, and canceling isn't an error. */
async function unlessGivenUp(task: Promise<void>): Promise<void> {
  try {
    await task;
  } catch (error) {
    throw new AzureFailure('cancelled', {}, error);
  }
}
