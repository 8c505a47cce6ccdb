import * as vscode from 'vscode';
import { decodeStoredChoices } from '../../contract/wizard/stored-choices';
import { speaker, type Say } from '../../messages/say';
import { confirm, notify, withProgress } from '../../platform/ask';
import { writeFiles } from '../../platform/write-files';
import type { WizardDeps } from './deps';
import { createPanel, fillPanel, type WizardPanel } from './panel';
import type { WizardPorts } from './ports';
import { createSession, type WizardSession } from './session';

/** Where the plan is kept between windows. */
const storageKey = 'wizard.choices';

interface Open {
  readonly session: WizardSession;
  panel: WizardPanel | undefined;
}

/** The one wizard of this window. */
let current: Open | undefined;

/** Opens the wizard, or reveals it where it is open: one tab a window. */
export function openWizard(deps: WizardDeps): void {
  if (current?.panel) {
    current.panel.reveal();
    return;
  }
  const say = speaker(vscode.env.language);
  show(deps, say, createPanel(deps.context.extensionUri, say));
}

/** Fills a panel that VS Code kept over a reload; the plan comes from where it was stored. */
export function restoreWizard(deps: WizardDeps, panel: vscode.WebviewPanel): void {
  show(deps, speaker(vscode.env.language), panel);
}

function show(deps: WizardDeps, say: Say, webviewPanel: vscode.WebviewPanel): void {
  const open: Open = current ?? { session: newSession(deps, say), panel: undefined };
  current = open;
  open.panel = fillPanel(webviewPanel, {
    extensionUri: deps.context.extensionUri,
    say,
    session: open.session,
  });
  open.panel.onDispose(() => {
    open.panel = undefined;
  });
}

function newSession(deps: WizardDeps, say: Say): WizardSession {
  const choices = decodeStoredChoices(deps.context.workspaceState.get(storageKey));
  return createSession(wizardPorts(deps, say), choices);
}

function wizardPorts({ context, log, account, shippedTags }: WizardDeps, say: Say): WizardPorts {
  return {
    say,
    log,
    userName: account.userName(),
    connect: () => account.connect(),
    shippedTags,
    now: () => new Date(),
    save: (choices) => void context.workspaceState.update(storageKey, choices),
    confirm,
    notify,
    copy: (text) => Promise.resolve(vscode.env.clipboard.writeText(text)),
    open: (url) => openUrl(url),
    openCheck: (id) => openCheck(context.extensionUri, id),
    openInPortal: (id) => openUrl(account.portalUrl(id)),
    write: (files) => writeFiles(say, files),
    isTrusted: () => vscode.workspace.isTrusted,
    isPageVisible: () => current?.panel?.isVisible() === true,
    reveal: () => void vscode.commands.executeCommand('amlSecureCompute.wizard.open'),
    withProgress,
    changeAccount: (to) => account.change(to),
  };
}

async function openUrl(url: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** The page of a check ships with the extension and opens as Markdown preview. */
async function openCheck(extensionUri: vscode.Uri, id: string): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'checks', `${id}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
