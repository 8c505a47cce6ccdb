import { studioUrl } from '../../core/azure-facts/studio-url';
import { displayText } from '../../core/text/display-text';
import { checkTreeAccess } from './actions/check-access';
import { askSubnet } from './actions/pick-subnet';
import { explainNode, copyFindingRequest, saveReport } from './actions/explain';
import { operate } from './actions/operate';
import { openCreation, openFix, openInWizard } from './actions/open-wizard';
import { check, refreshTrees } from './actions/refresh';
import { changeAccount, helpSignIn } from './actions/sign-in';
import type { ComputeTarget, NodeTarget, SubnetTarget, TreeName, TreeNode } from './model/node';
import { readValue } from '../../azure-store/queries';
import type { TreesSession } from './session';
import type { ResourceId } from '../../core/network/model';
import type { SubscriptionSummary } from '../../azure/ports';
import { markdownText } from '../../plans/request/markdown-text';
import { failureText } from '../../wording/failure-text';

/** Commands of the trees. Each receives the node that it was called on, or null. */
export interface TreeCommands {
  readonly refresh: Command;
  readonly refreshNode: Command;
  readonly check: Command;
  readonly create: Command;
  readonly openInWizard: Command;
  readonly showCreation: Command;
  readonly explain: Command;
  readonly fix: Command;
  readonly watch: Command;
  readonly unwatch: Command;
  readonly whyUnread: Command;
  readonly askNetworkTeam: Command;
  readonly saveReport: Command;
  readonly checkSubnet: Command;
  readonly reportSubnet: Command;
  readonly copyId: Command;
  readonly openInPortal: Command;
  readonly openInStudio: Command;
  readonly checkAccess: Command;
  readonly showMore: Command;
  readonly showAll: Command;
  readonly filterCompute: Command;
  readonly filterNetworks: Command;
  readonly start: Command;
  readonly stop: Command;
  readonly restart: Command;
  readonly startNode: Command;
  readonly delete: Command;
  readonly detach: Command;
  readonly signIn: Command;
  readonly useSample: Command;
  readonly helpSignIn: Command;
}

type Command = (node: TreeNode | null) => Promise<void>;

export function treeCommands(session: TreesSession): TreeCommands {
  const on =
    (act: (session: TreesSession, target: NodeTarget) => Promise<void>): Command =>
    async (node) =>
      node ? act(session, node.target) : reportLost(session);
  const onCompute = (act: (target: ComputeTarget) => Promise<void>): Command =>
    on(async (_session, target) => (target.is === 'compute' ? act(target) : undefined));
  const onSubnet = (act: (target: SubnetTarget) => void): Command =>
    on(async (_session, target) => (target.is === 'subnet' ? act(target) : undefined));
  return {
    refresh: () => refreshTrees(session, null),
    refreshNode: on(withProgress(refreshTrees)),
    check: on(withProgress(check)),
    create: on(openInWizard),
    openInWizard: on(openInWizard),
    showCreation: onCompute((target) => openCreation(session, target)),
    explain: on(explainNode),
    fix: on(openFix),
    watch: onSubnet((target) => session.watcher.watch(target)),
    unwatch: onSubnet((target) => session.watcher.stop(target)),
    whyUnread: on(whyUnread),
    askNetworkTeam: on(copyFindingRequest),
    saveReport: on(saveReport),
    checkSubnet: () => onChosen(session, session.ports.say('subnet.pick.check'), explainNode),
    reportSubnet: () => onChosen(session, session.ports.say('subnet.pick.report'), saveReport),
    copyId: on(copyId),
    openInPortal: on(openInPortal),
    openInStudio: on(openInStudio),
    checkAccess: on(withProgress(checkTreeAccess)),
    showMore: async (node) => showMore(session, node),
    showAll: async () => showAll(session),
    filterCompute: () => askFilter(session, 'compute'),
    filterNetworks: () => askFilter(session, 'networks'),
    start: onCompute((target) => operate(session, target, 'start')),
    stop: onCompute((target) => operate(session, target, 'stop')),
    restart: onCompute((target) => operate(session, target, 'restart')),
    startNode: onCompute((target) => operate(session, target, 'startNode')),
    delete: onCompute((target) => operate(session, target, 'delete')),
    detach: onCompute((target) => operate(session, target, 'detach')),
    signIn: () => changeAccount(session, 'microsoft'),
    useSample: () => changeAccount(session, 'sample'),
    helpSignIn: on(helpSignIn),
  };
}

/** Shows that a command didn't run. VS Code doesn't pass a node to commands while it redraws that node. */
function reportLost({ ports }: TreesSession): void {
  ports.notify(ports.say('tree.lost'));
}

/** Runs an action from the palette, after the user chose a subnet. */
async function onChosen(session: TreesSession, title: string, act: Act): Promise<void> {
  const target = await askSubnet(session, title);
  if (target) await act(session, target);
}

type Act = (session: TreesSession, target: NodeTarget) => Promise<void>;

/** Shows progress in the window while an action runs. Its caller reports errors. */
function withProgress(act: Act): Act {
  return async (session, target) => {
    const task = act(session, target);
    session.ports.withProgress(
      session.ports.say('tree.reading'),
      task.catch(() => undefined),
    );
    await task;
  };
}

async function copyId({ ports }: TreesSession, target: NodeTarget): Promise<void> {
  const id = nodeResourceId(target);
  // Escape line breaks: pasted into a terminal, one would run the text before it.
  if (id !== undefined) await ports.copy(displayText(id));
}

async function openInPortal({ ports }: TreesSession, target: NodeTarget): Promise<void> {
  const id = nodeResourceId(target);
  if (id !== undefined) await ports.openInPortal(id);
}

async function openInStudio(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'workspace') return;
  const { connection, subscriptions } = session.reads();
  const cloud = readValue(await connection.get())?.cloud ?? 'public';
  const all = readValue(await subscriptions.get()) ?? [];
  const tenantId = all.find((one) => one.id === target.subscriptionId)?.tenantId ?? '';
  await session.ports.open(studioUrl({ cloud, workspaceId: target.workspaceId, tenantId }));
}

function showMore(session: TreesSession, node: TreeNode | null): void {
  if (node?.target.is !== 'more') return;
  const { parentId } = node.target;
  const { pages } = session.options(node.target.tree);
  pages.set(parentId, (pages.get(parentId) ?? 0) + 1);
  session.changed();
}

function showAll(session: TreesSession): void {
  session.options('networks').showAll = true;
  session.changed();
}

async function askFilter(session: TreesSession, name: TreeName): Promise<void> {
  const { say, askText } = session.ports;
  const options = session.options(name);
  const typed = await askText({
    title: say('tree.filter.title'),
    prompt: say(`tree.filter.${name}`),
    value: options.filter,
    fault: () => null,
  });
  if (typed === undefined) return;
  options.filter = typed.trim().toLowerCase();
  options.pages.clear();
  session.changed();
}

/** Returns the ARM ID of a node's resource; undefined if the node doesn't have one. */
function nodeResourceId(target: NodeTarget): ResourceId | undefined {
  switch (target.is) {
    case 'subscription':
      return `/subscriptions/${target.subscriptionId}`;
    case 'workspace':
      return target.workspaceId;
    case 'compute':
      return `${target.workspaceId}/computes/${target.name}`;
    case 'network':
      return target.networkId;
    case 'subnet':
      return target.subnetId;
    case 'resource':
      return target.id;
    default:
      return undefined;
  }
}

/** Shows each subscription whose list couldn't be read, with the reason (*Why*). */
async function whyUnread(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'unread') return;
  const { say, showText } = session.ports;
  const reads = session.reads();
  const listOf = target.tree === 'compute' ? reads.workspaces : reads.networks;
  const sectionOf = ({ id, name }: SubscriptionSummary): readonly string[] => {
    const read = listOf(id).peek();
    return read?.is === 'problem'
      ? [`## ${markdownText(name)}`, markdownText(failureText(say, read.failure)), `\`/subscriptions/${id}\``]
      : [];
  };
  const all = readValue(reads.subscriptions.peek()) ?? [];
  const parts = [`# ${say('tree.unread.title')}`, say('tree.unread.intro'), ...all.flatMap(sectionOf)];
  await showText(say('tree.unread.file'), `${parts.join('\n\n')}\n`);
}
