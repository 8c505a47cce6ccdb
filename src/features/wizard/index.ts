import * as vscode from 'vscode';
import type { WizardDeps } from './deps';
import { createPanel, fillPanel, wizardViewType, type WizardPanel } from './panel';

/**
 * Registers the wizard: its command, and its restoration after a reload. There is one tab per window.
 * The page is put into the panel first. The host's code loads at the same time.
 */
export function activateWizard(deps: WizardDeps): vscode.Disposable {
  const { say } = deps;
  const { extensionUri } = deps.context;
  let open: WizardPanel | undefined;

  async function show(webviewPanel: vscode.WebviewPanel): Promise<void> {
    const panel = fillPanel(webviewPanel, extensionUri, say);
    open = panel;
    panel.onDispose(() => {
      if (open === panel) open = undefined;
    });
    const [{ joinSession }, store] = await Promise.all([
      import('./join-session'),
      deps.store(),
      deps.whole(),
    ]);
    // The user can close the tab while the host loads.
    if (open === panel) joinSession(deps, store, panel);
  }

  async function reveal(): Promise<void> {
    if (!open) await closeUnseenTabs();
    if (open) open.reveal();
    else await show(createPanel(say));
  }

  return vscode.Disposable.from(
    // The page behind the lists shows the plan's progress, and then the review.
    vscode.commands.registerCommand('amlSecureCompute.wizard.quickPicks', async () => {
      await reveal();
      await (await import('./join-session')).showQuickPicks();
    }),
    vscode.commands.registerCommand('amlSecureCompute.wizard.newPlan', async () => {
      await reveal();
      await (await import('./join-session')).newPlanInWizard();
    }),
    registerPlanCommands(deps, reveal),
    vscode.commands.registerCommand('amlSecureCompute.errors.explain', async () => {
      await reveal();
      await (await import('./join-session')).explainInWizard();
    }),
    vscode.commands.registerCommand('amlSecureCompute.request.create', async () => {
      await reveal();
      await (await import('./join-session')).requestInWizard();
    }),
    vscode.commands.registerCommand('amlSecureCompute.wizard.open', async (raw: unknown) => {
      await reveal();
      if (raw !== undefined) await (await import('./join-session')).leadWizard(raw);
    }),
    vscode.window.registerWebviewPanelSerializer(wizardViewType, { deserializeWebviewPanel: show }),
  );
}

/** Registers the commands of plan files, and of code at the cursor. */
function registerPlanCommands({ say, whole }: WizardDeps, reveal: () => Promise<void>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('amlSecureCompute.plan.open', async (raw: unknown) => {
      const [{ readPlanDocument }] = await Promise.all([import('./read-plan-document'), whole()]);
      const read = await readPlanDocument(say, raw);
      if (!read) return;
      await reveal();
      await (await import('./join-session')).openPlanInWizard(read.name, read.plan);
    }),
    vscode.commands.registerCommand('amlSecureCompute.plan.insert', async () => {
      const [{ insertAtCursor }, { planOfWizard }] = await Promise.all([
        import('./insert-at-cursor'),
        import('./join-session'),
        whole(),
      ]);
      await insertAtCursor(say, planOfWizard());
    }),
  );
}

/**
 * Closes hidden tabs from before a reload. VS Code restores a hidden tab only when the user selects it, and it can't be
 * revealed before. A new tab replaces it, so that there is only one.
 */
async function closeUnseenTabs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(wizardViewType),
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
