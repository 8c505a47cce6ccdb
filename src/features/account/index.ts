import * as vscode from 'vscode';
import { AzureFailure } from '../../azure/failure';
import type { Say } from '../../messages/say';
import { failureText } from '../../wording/failure-text';
import { notify } from '../../platform/window';
import { createAccountView } from './account-view';
import { chooseAccount } from './choose-account';
import { chooseCloud } from './choose-cloud';
import { chooseOrganization } from './choose-organization';
import { chooseSubscriptions } from './choose-subscriptions';
import type { AccountDeps } from './deps';

/** Registers the Account view and the commands that its rows run. */
export function activateAccount(deps: AccountDeps): vscode.Disposable {
  const { say } = deps;
  const saying =
    (run: (deps: AccountDeps, say: Say) => Promise<void>): (() => Promise<void>) =>
    () =>
      run(deps, say).catch((error: unknown) => sayFailure(deps, say, error));
  return vscode.Disposable.from(
    createAccountView(deps, say),
    vscode.commands.registerCommand('amlSecureCompute.account.choose', saying(chooseAccount)),
    vscode.commands.registerCommand('amlSecureCompute.account.chooseCloud', saying(chooseCloud)),
    vscode.commands.registerCommand(
      'amlSecureCompute.account.chooseOrganization',
      saying(chooseOrganization),
    ),
    vscode.commands.registerCommand(
      'amlSecureCompute.account.chooseSubscriptions',
      saying(chooseSubscriptions),
    ),
    vscode.commands.registerCommand('amlSecureCompute.account.signIn', saying(signIn)),
    vscode.commands.registerCommand('amlSecureCompute.account.openSample', saying(openSample)),
  );
}

/** Signs in with a Microsoft account if the sample is selected. */
async function signIn({ account }: AccountDeps): Promise<void> {
  if (account.source() === 'sample') await account.change('microsoft');
  else await account.signIn({});
}

async function openSample({ account }: AccountDeps): Promise<void> {
  await account.change('sample');
  await vscode.commands.executeCommand('amlSecureCompute.wizard.open');
}

/** Shows a failure. VS Code itself shows why its sign-in failed, and canceling isn't an error. */
async function sayFailure({ log }: AccountDeps, say: Say, error: unknown): Promise<void> {
  if (!(error instanceof AzureFailure)) {
    log.error('account', error);
    return;
  }
  if (error.code === 'cancelled') return;
  const why = failureText(say, error);
  const retry = say('action.chooseAccount');
  const pressed = await notify('warning', { text: say('account.failed', { why }), buttons: [retry] });
  if (pressed === retry) await vscode.commands.executeCommand('amlSecureCompute.account.choose');
}
