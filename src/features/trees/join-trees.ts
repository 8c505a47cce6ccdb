import * as vscode from 'vscode';
import type { AzureStore } from '../../azure-store/azure-store';
import { AzureFailure } from '../../azure/failure';
import { resolveName } from '../../azure/resolve-name';
import { decodeRevealRequest } from '../../contract/wizard/open-request';
import { after } from '../../platform/after';
import { confirm, offer, withProgress } from '../../platform/quick-input';
import { openPage } from '../../platform/check-page';
import { copyText, createTextViewer, saveText, type TextViewer } from '../../platform/documents';
import { openUrl } from '../../platform/open-url';
import { resolvesAt } from '../../platform/resolve-host';
import { showTextInput, pickOne, showMessage, showBriefly } from '../../platform/window';
import { formatTime } from '../../wording/dates';
import { failureText } from '../../wording/failure-text';
import { treeCommands, type TreeCommands } from './commands';
import type { TreesDeps } from './deps';
import { pathToCompute, pathToSubnet } from './model/path-to';
import { treeNames, type TreeName, type TreeNode } from './model/node';
import type { TreesPorts } from './ports';
import { createTrees, type TreesSession } from './session';
import { drawnMilestones } from './view/drawn-milestones';
import type { TreeViewHandle, ViewSource } from './view/tree-view';

export type TreeViews = Readonly<Record<TreeName, TreeViewHandle>>;

/** The trees of this window, connected to their views. */
export interface JoinedTrees extends vscode.Disposable {
  source(name: TreeName): ViewSource;
  run(command: keyof TreeCommands, argument: unknown): Promise<void>;
  /** Reveals a compute resource. Ignores arguments that aren't a valid request. */
  reveal(argument: unknown): Promise<void>;
}

export function joinTrees(deps: TreesDeps, store: AzureStore, views: TreeViews): JoinedTrees {
  const viewer = createTextViewer('aml-secure-compute');
  const ports: TreesPorts = {
    ...editorPorts({ deps, store, viewer }),
    showSubnet: async (target) => views.networks.reveal(await pathToSubnet(session.networks(), target)),
  };
  const session = createTrees(ports);
  /** Nodes that were displayed. Commands ignore other arguments. */
  const drawn = new WeakSet<object>();
  const commands = treeCommands(session);
  session.onChange(() => {
    for (const name of treeNames) views[name].draw();
    showBadge(session, views.compute.view);
  });
  for (const name of treeNames) session.show(name, views[name].view.visible);
  const all = vscode.Disposable.from(
    viewer,
    { dispose: () => session.dispose() },
    deps.filter.onChange(() => session.restart()),
    vscode.window.onDidChangeWindowState(() => session.focused()),
  );
  return {
    source: (name) => ({
      show: (isVisible) => session.show(name, isVisible),
      async children(parent) {
        const tree = name === 'compute' ? session.compute() : session.networks();
        const nodes = await tree.children(parent);
        for (const node of nodes) drawn.add(node);
        drawnMilestones(nodes).forEach(ports.reached);
        dress(session, name, views[name].view);
        return nodes;
      },
    }),
    run: (command, argument) =>
      guarded(ports, () => commands[command](isDrawn(drawn, argument) ? argument : null)),
    reveal: (argument) =>
      guarded(ports, async () => {
        const request = decodeRevealRequest(argument);
        if (request) await views.compute.reveal(await pathToCompute(session.compute(), request));
      }),
    dispose: () => all.dispose(),
  };
}

function isDrawn(drawn: WeakSet<object>, argument: unknown): argument is TreeNode {
  return typeof argument === 'object' && argument !== null && drawn.has(argument);
}

/** Handles the errors of every command: shows failures, logs bugs, and ignores cancellation. */
async function guarded({ say, log, showFailure }: TreesPorts, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    const failure = error instanceof AzureFailure ? error : new AzureFailure('bug', {}, error);
    if (failure.code === 'cancelled') return;
    if (failure.code === 'bug') log.error('trees', error);
    showFailure(failureText(say, failure));
  }
}

/** Kinds of lists that a tree shows. */
const shownBy: Readonly<Record<TreeName, ReadonlySet<string>>> = {
  compute: new Set(['subscriptions', 'listing', 'workspaces', 'computes', 'targets', 'networks']),
  networks: new Set(['subscriptions', 'listing', 'networks']),
};

/** Updates the view's texts: read time and filter, message, and the reason why it's empty. */
function dress(session: TreesSession, name: TreeName, view: vscode.TreeView<TreeNode>): void {
  const { say } = session.ports;
  const tree = name === 'compute' ? session.compute() : session.networks();
  const since = session.ports.store.oldest(shownBy[name]);
  const { filter } = session.options(name);
  const time = since === undefined ? '' : formatTime(say, since);
  view.description =
    since === undefined
      ? ''
      : filter === ''
        ? say('tree.readAt', { time })
        : say('tree.filtered', { time, filter });
  view.message = tree.message();
  void vscode.commands.executeCommand('setContext', `amlSecureCompute.${name}.empty`, tree.empty());
  const { showAll } = session.options(name);
  void vscode.commands.executeCommand('setContext', `amlSecureCompute.${name}.showsAll`, showAll);
}

/** Shows the number of compute resources and watched subnets that need a fix on the view container's icon. */
function showBadge({ ports, compute, watcher }: TreesSession, view: vscode.TreeView<TreeNode>): void {
  const n = compute().toFix() + watcher.toFix();
  view.badge = n > 0 ? { value: n, tooltip: ports.say('tree.badge', { n }) } : undefined;
}

interface Editor {
  readonly deps: TreesDeps;
  readonly store: AzureStore;
  readonly viewer: TextViewer;
}

function editorPorts({ deps, store, viewer }: Editor): Omit<TreesPorts, 'showSubnet'> {
  const { say, account, filter, log, reached, watched, confirmations } = deps;
  return {
    say,
    log,
    store,
    shownSubscriptions: () => filter.chosen(),
    now: () => new Date(),
    after,
    confirm,
    pickSubnet: async ({ title, place }, choices) => {
      const picked = await pickOne(choices, {
        title,
        placeHolder: place,
        matchOnDescription: true,
        matchOnDetail: true,
        ignoreFocusOut: true,
      });
      return picked?.target;
    },
    askText: async ({ title, prompt, value, fault }) =>
      showTextInput({ title, prompt, value, validateInput: fault, ignoreFocusOut: true }),
    watched,
    confirmations,
    reached,
    isFocused: () => vscode.window.state.focused,
    offer,
    showFailure: (message) => showMessage('error', message),
    notify: showBriefly,
    withProgress,
    copy: copyText,
    open: openUrl,
    openInPortal: (id) => openUrl(account.portalUrl(id)),
    openCheck: (id) => openPage(id),
    openWizard: async (request) => {
      await vscode.commands.executeCommand('amlSecureCompute.wizard.open', request);
    },
    resolveName,
    resolvesAt,
    showText: (name, markdown) => viewer.show(name, markdown),
    saveText: (name, text) => saveText(say, name, text),
    changeAccount: (to) => account.change(to),
    signIn: (options) => account.signIn(options),
    choose: async (what) => void (await vscode.commands.executeCommand(accountCommands[what])),
    isTrusted: () => vscode.workspace.isTrusted,
  };
}

const accountCommands = {
  account: 'amlSecureCompute.account.choose',
  cloud: 'amlSecureCompute.account.chooseCloud',
} as const;
