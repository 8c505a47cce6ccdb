import { computeTree, type ComputeTree } from './model/compute-tree';
import { createHealth } from './model/health';
import type { TreeName } from './model/node';
import { networkTree, type NetworkTree } from './model/network-tree';
import { computeKey, noTreeOptions, type TreeContext, type TreeOptions } from './model/tree-context';
import type { AzureChange } from '../../platform/azure-changes';
import type { TreesPorts } from './ports';
import { createReads, type Reads } from './reading/reads';
import { createRecovery } from './reading/recovery';
import { createWatcher, type Watcher } from './watching/watcher';

/** Both trees of a window, over the same readings. */
export interface TreesSession {
  readonly ports: TreesPorts;
  reads(): Reads;
  wishes(name: TreeName): TreeOptions;
  compute(): ComputeTree;
  networks(): NetworkTree;
  readonly watcher: Watcher;
  onChange(listener: () => void): void;
  /** Something that is not read from Azure changed what is shown. */
  changed(): void;
  /** Something was changed in Azure from another door: what was read of it is read again. */
  noteChange(change: AzureChange): void;
  /** Another account: nothing of the one before is shown any more. */
  restart(): void;
  /** Computes that are on their way are looked at again and again while a tree can be seen. */
  show(name: TreeName, isVisible: boolean): void;
  /** The window got or lost the focus. */
  focused(): void;
  dispose(): void;
}

interface Account {
  readonly reads: Reads;
  readonly compute: ComputeTree;
  readonly networks: NetworkTree;
}

export function createTrees(ports: TreesPorts): TreesSession {
  const listeners: (() => void)[] = [];
  const wishes: Readonly<Record<TreeName, TreeOptions>> = {
    compute: noTreeOptions(),
    networks: noTreeOptions(),
  };
  const visible = new Set<TreeName>();
  const creations = new Set<string>();
  let account = begin();
  const looks = createLooks(ports, () => (visible.size > 0 ? account : undefined));
  const draw = (): void => listeners.forEach((listener) => listener());
  const watcher = createWatcher({ ports, current: () => account, onChange: draw });

  function changed(): void {
    draw();
    looks.look();
    watcher.note();
  }
  function begin(): Account {
    return openAccount({ ports, wishes, creations, isWatched: (id) => watcher.has(id), changed });
  }

  watcher.renew();
  return {
    ports,
    changed,
    watcher,
    reads: () => account.reads,
    compute: () => account.compute,
    networks: () => account.networks,
    wishes: (name) => wishes[name],
    onChange: (listener) => void listeners.push(listener),
    noteChange(change) {
      noteCreation(creations, change);
      renewAfter(account.reads, change);
    },
    restart() {
      account.reads.stop();
      account = begin();
      changed();
      watcher.renew();
    },
    show(name, isVisible) {
      if (isVisible) visible.add(name);
      else visible.delete(name);
      looks.look();
    },
    focused() {
      watcher.focused();
      looks.look();
    },
    dispose() {
      looks.stop();
      watcher.dispose();
      account.reads.stop();
    },
  };
}

interface AccountSetup extends Pick<TreeContext, 'creations' | 'isWatched'> {
  readonly ports: TreesPorts;
  readonly wishes: Readonly<Record<TreeName, TreeOptions>>;
  readonly changed: () => void;
}

/** Nothing is read yet. */
function openAccount({ ports, wishes, changed, ...shared }: AccountSetup): Account {
  const health = createHealth();
  const reads = createReads(ports, changed);
  const context = (name: TreeName): TreeContext => ({
    ...shared,
    tree: name,
    say: ports.say,
    reads,
    wishes: wishes[name],
    health,
  });
  return { reads, compute: computeTree(context('compute')), networks: networkTree(context('networks')) };
}

function noteCreation(creations: Set<string>, change: AzureChange): void {
  if (change.is !== 'creation') return;
  const key = computeKey(change.workspaceId, change.name);
  if (change.isOver) creations.delete(key);
  else creations.add(key);
}

/** Only what somebody has looked at is asked for again. Of computes the trees themselves tell. */
function renewAfter(reads: Reads, change: AzureChange): void {
  if (change.is === 'computes') return;
  const cell =
    change.is === 'networks' ? reads.networks(change.subscriptionId) : reads.computes(change.workspaceId);
  if (cell.peek()) void cell.renew();
}

/** Milliseconds between looks at computes on their way: quick while something is new, sparing where it takes long. */
const firstWait = 2000;
const longestWait = 10_000;
const growth = 1.25;

/** What is read again by itself while a tree is seen. */
function createLooks(ports: TreesPorts, seen: () => Account | undefined) {
  const all = [createFollower(ports, seen), createRecovery(ports, seen)];
  return {
    look: () => all.forEach((one) => one.look()),
    stop: () => all.forEach((one) => one.stop()),
  };
}

function createFollower(ports: TreesPorts, current: () => Account | undefined) {
  const stopping = new AbortController();
  let wait = firstWait;
  let isWaiting = false;

  function look(): void {
    const moving = current()?.compute.moving() ?? [];
    if (moving.length === 0) wait = firstWait;
    if (isWaiting || moving.length === 0) return;
    isWaiting = true;
    ports.after(wait, stopping.signal, again);
    wait = Math.min(wait * growth, longestWait);
  }
  function again(): void {
    isWaiting = false;
    const account = current();
    for (const id of account?.compute.moving() ?? []) void account?.reads.computes(id).renew();
  }
  return { look, stop: () => stopping.abort() };
}
