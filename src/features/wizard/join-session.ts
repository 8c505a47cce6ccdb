import * as vscode from 'vscode';
import { decodeOpenRequest } from '../../contract/wizard/open-request';
import type { AzureStore } from '../../azure-store/azure-store';
import type { Say } from '../../messages/say';
import { confirm, offer, withProgress } from '../../platform/quick-input';
import { showSecretInput, readChosenFile } from '../../platform/secret-input';
import { openPage } from '../../platform/check-page';
import { copyText, saveText } from '../../platform/documents';
import { filesOfWindows } from '../../platform/files-of-windows';
import { openUrl } from '../../platform/open-url';
import { countNetworkFiles } from '../../platform/network-files';
import { pythonFiles } from '../../platform/python-files';
import { openWritten, writeFiles } from '../../platform/write-files';
import { pickOne, showTextInput, showMessage } from '../../platform/window';
import type { Plan } from '../../plans/compute-plan';
import type { WizardDeps } from './deps';
import { keepPlans } from './plan-storage';
import type { WizardPanel } from './panel';
import type { WizardPorts } from './ports';
import { createSession, type WizardPlan, type WizardSession } from './session';
import { askLine, askOne, type Answered } from '../../platform/quick-ui';
import { outcomeIcons } from '../../contract/wizard/outcome-icons';
import { back, type QuickAnswer, type QuickItem, type QuickUi } from './quick-picks/question';

const commands = {
  account: 'amlSecureCompute.account.choose',
  cloud: 'amlSecureCompute.account.chooseCloud',
  organization: 'amlSecureCompute.account.chooseOrganization',
  subscriptions: 'amlSecureCompute.account.chooseSubscriptions',
} as const;

interface Open {
  readonly session: WizardSession;
  panel: WizardPanel;
}

/** The only wizard of this window. It outlives its panels. */
let current: Open | undefined;

/** Connects a panel to the window's wizard, which starts when the first page has loaded. */
export function joinSession(deps: WizardDeps, store: AzureStore, panel: WizardPanel): void {
  const { session } = (current ??= { session: newSession(deps, store), panel });
  current.panel = panel;
  panel.onDispose(session.attach(panel.port));
  panel.onVisible(() => session.watched());
}

/**
 * Opens the window's wizard at a request from another surface. Anyone can run the command, so invalid requests are
 * ignored.
 */
export async function leadWizard(raw: unknown): Promise<void> {
  const request = decodeOpenRequest(raw);
  if (request) await current?.session.openAt(request);
}

/** Starts the plan of the window's wizard again. */
export async function newPlanInWizard(): Promise<void> {
  await current?.session.newPlan();
}

/** Fills the choices of the window's wizard from a plan file. */
export async function openPlanInWizard(file: string, plan: Plan): Promise<void> {
  await current?.session.openPlan(file, plan);
}

/** Returns the plan of the window's wizard; undefined without a wizard, or if the plan is incomplete. */
export function planOfWizard(): WizardPlan | undefined {
  return current?.session.plan();
}

/** Opens the page that explains an error message. */
export async function explainInWizard(): Promise<void> {
  await current?.session.explainError();
}

/** Opens the network request of the chosen subnet. */
export async function requestInWizard(): Promise<void> {
  await current?.session.openRequest();
}

/** Asks for the plan of the window's wizard in VS Code's quick picks. */
export async function showQuickPicks(): Promise<void> {
  await current?.session.quickPicks(editorUi);
}

function newSession(deps: WizardDeps, store: AzureStore): WizardSession {
  // The page will request this connection when it has loaded. Failures are reported then.
  void store.reads().connection.get();
  const session = createSession(wizardPorts(deps, store));
  deps.context.subscriptions.push(
    session,
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.renew()),
    vscode.window.onDidChangeWindowState(() => session.watched()),
    deps.filter.onChange(() => session.refilter()),
  );
  return session;
}

/** Asks for a line of text, then returns the focus to the page. */
const askLineOfText: WizardPorts['askText'] = async ({ title, prompt, value, fault }) => {
  const typed = await showTextInput({ title, prompt, value, ignoreFocusOut: true, validateInput: fault });
  current?.panel.focusAgain();
  return typed;
};

async function askName(say: Say, { title, detail, name }: NameQuestion): Promise<boolean> {
  const fault = (text: string): string | null => (text === name ? null : say('delete.another', { name }));
  return (await askLineOfText({ title, prompt: detail, value: '', fault })) === name;
}

type NameQuestion = Parameters<WizardPorts['confirmName']>[0];

function wizardPorts(deps: WizardDeps, store: AzureStore): WizardPorts {
  const { say, context, log, telemetry, account, filter, reached, shippedTags, confirmations } = deps;
  return {
    say,
    log,
    count: (counted) => telemetry.count(counted),
    reached,
    store,
    shippedTags,
    now: () => new Date(),
    ...keepPlans(filesOfWindows(context, 'plans'), log),
    confirm: (question) => confirm(question).finally(() => current?.panel.focusAgain()),
    confirmName: (question) => askName(say, question),
    keptConfirmations: () => confirmations.all(),
    keepConfirmations: (all) => confirmations.keep(all),
    askText: askLineOfText,
    askOne: async ({ title, prompt }, lines) => {
      const picked = await pickOne(lines, {
        title,
        placeHolder: prompt,
        matchOnDescription: true,
        ignoreFocusOut: true,
      });
      current?.panel.focusAgain();
      return picked?.value;
    },
    askSecret: showSecretInput,
    readChosenFile,
    notify: (message, button, onPress) => offer(message, [{ label: button, run: onPress }]),
    copy: copyText,
    open: openUrl,
    openCheck: (id) => openPage(id),
    showInCompute: async (compute) => {
      await vscode.commands.executeCommand('amlSecureCompute.compute.reveal', compute);
    },
    openInPortal: (id) => openUrl(account.portalUrl(id)),
    write: (files) => writeFiles(say, files),
    openWritten: (uri) => openWritten(say, uri),
    saveText: (name, text) => saveText(say, name, text),
    isTrusted: () => vscode.workspace.isTrusted,
    manageTrust: async () => void (await vscode.commands.executeCommand('workbench.trust.manage')),
    pythonFiles,
    countNetworkFiles,
    checkFiles: async () => void (await vscode.commands.executeCommand('amlSecureCompute.files.check')),
    openFolder: async () => void (await vscode.commands.executeCommand('workbench.action.files.openFolder')),
    isPageVisible: () => current?.panel.isVisible() === true,
    isWatched: () => current?.panel.isVisible() === true && vscode.window.state.focused,
    reveal: () => void vscode.commands.executeCommand('amlSecureCompute.wizard.open'),
    withProgress,
    changeAccount: (to) => account.change(to),
    signIn: (options) => account.signIn(options),
    choose: async (what) => void (await vscode.commands.executeCommand(commands[what])),
    shownSubscriptions: () => filter.chosen(),
    renewSample: async () => {
      await account.renewSample();
      store.clear();
    },
  };
}

/** Asks questions in VS Code's quick picks and input boxes. */
const editorUi: QuickUi = {
  pick: async (place, items) =>
    answerOf(
      await askOne(
        place,
        items.then((all) => all.map(lineOf)),
      ),
    ),
  type: async (place, box) => answerOf(await askLine(place, box)),
  notify: (message) => showMessage('warning', message),
};

function answerOf(answered: Answered): QuickAnswer {
  if (answered.is === 'answer') return answered.value;
  return answered.is === 'back' ? back : undefined;
}

function lineOf({ icon, ...rest }: QuickItem) {
  return icon === null ? rest : { ...rest, detailIcon: outcomeIcons[icon].codicon };
}
