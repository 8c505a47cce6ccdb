import * as vscode from 'vscode';
import type { TreesDeps } from './deps';
import type { JoinedTrees, TreeViews } from './join-trees';
import type { TreeCommands } from './commands';
import type { TreeName } from './model/node';
import { createTree, type ViewSource } from './view/tree-view';

/** Registers the views Compute and Networks and their commands. Their implementation loads on first use. */
export function activateTrees(deps: TreesDeps): vscode.Disposable {
  let joined: Promise<JoinedTrees> | undefined;
  const join = (): Promise<JoinedTrees> => (joined ??= loadTrees(deps, views));
  const source = (name: TreeName) => (): Promise<ViewSource> => join().then((one) => one.source(name));
  const views = {
    compute: createTree('compute', source('compute')),
    networks: createTree('networks', source('networks')),
  };
  const run =
    (command: keyof TreeCommands) =>
    (argument: unknown): Promise<void> =>
      join().then((one) => one.run(command, argument));
  // Check watched subnets even if the views stay closed, but not while VS Code starts.
  const timer = deps.watched.all().length > 0 ? setTimeout(() => void join(), startsAfter) : undefined;
  return vscode.Disposable.from(
    views.compute,
    views.networks,
    { dispose: () => clearTimeout(timer) },
    { dispose: () => void joined?.then((one) => one.dispose()) },
    ...registerCommands(run),
    vscode.commands.registerCommand('amlSecureCompute.compute.reveal', async (argument: unknown) =>
      (await join()).reveal(argument),
    ),
  );
}

async function loadTrees(deps: TreesDeps, views: TreeViews): Promise<JoinedTrees> {
  const [{ joinTrees }, store] = await Promise.all([import('./join-trees'), deps.store(), deps.whole()]);
  return joinTrees(deps, store, views);
}

/** Milliseconds until watched subnets are checked if the views stay closed. */
const startsAfter = 60_000;

type Run = (command: keyof TreeCommands) => (argument: unknown) => Promise<void>;

/** Registers the commands. IDs are written out, so that a search for a command finds its registration. */
function registerCommands(run: Run): readonly vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('amlSecureCompute.trees.refresh', run('refresh')),
    registerCommand('amlSecureCompute.trees.refreshNode', run('refreshNode')),
    registerCommand('amlSecureCompute.trees.check', run('check')),
    registerCommand('amlSecureCompute.trees.checkAll', run('check')),
    registerCommand('amlSecureCompute.networks.checkAll', run('check')),
    registerCommand('amlSecureCompute.trees.create', run('create')),
    registerCommand('amlSecureCompute.trees.openInWizard', run('openInWizard')),
    registerCommand('amlSecureCompute.trees.showCreation', run('showCreation')),
    registerCommand('amlSecureCompute.trees.explain', run('explain')),
    registerCommand('amlSecureCompute.trees.fix', run('fix')),
    registerCommand('amlSecureCompute.trees.whyUnread', run('whyUnread')),
    registerCommand('amlSecureCompute.networks.watch', run('watch')),
    registerCommand('amlSecureCompute.networks.unwatch', run('unwatch')),
    registerCommand('amlSecureCompute.trees.askNetworkTeam', run('askNetworkTeam')),
    registerCommand('amlSecureCompute.trees.saveReport', run('saveReport')),
    registerCommand('amlSecureCompute.trees.copyId', run('copyId')),
    registerCommand('amlSecureCompute.trees.openInPortal', run('openInPortal')),
    registerCommand('amlSecureCompute.trees.openInStudio', run('openInStudio')),
    registerCommand('amlSecureCompute.trees.checkAccess', run('checkAccess')),
    registerCommand('amlSecureCompute.trees.showMore', run('showMore')),
    registerCommand('amlSecureCompute.trees.signIn', run('signIn')),
    registerCommand('amlSecureCompute.trees.useSample', run('useSample')),
    registerCommand('amlSecureCompute.trees.helpSignIn', run('helpSignIn')),
    registerCommand('amlSecureCompute.networks.checkSubnet', run('checkSubnet')),
    registerCommand('amlSecureCompute.networks.saveReport', run('reportSubnet')),
    registerCommand('amlSecureCompute.networks.showAll', run('showAll')),
    registerCommand('amlSecureCompute.networks.filter', run('filterNetworks')),
    registerCommand('amlSecureCompute.compute.filter', run('filterCompute')),
    registerCommand('amlSecureCompute.compute.start', run('start')),
    registerCommand('amlSecureCompute.compute.startNode', run('startNode')),
    registerCommand('amlSecureCompute.compute.stop', run('stop')),
    registerCommand('amlSecureCompute.compute.restart', run('restart')),
    registerCommand('amlSecureCompute.compute.delete', run('delete')),
    registerCommand('amlSecureCompute.compute.detach', run('detach')),
  ];
}
