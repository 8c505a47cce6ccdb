import { confirmationsInForce } from '../../core/confirmation';
import { pathFingerprint } from '../../core/path-fingerprint';
import { computeTree, type ComputeTree } from './model/compute-tree';
import { createHealth } from './model/health';
import type { TreeName } from './model/node';
import { networkTree, type NetworkTree } from './model/network-tree';
import { noTreeOptions, type TreeContext, type TreeOptions } from './model/tree-context';
import type { TreesPorts } from './ports';
import type { CachedRead, Read } from '../../azure-store/queries';
import type { Reads } from '../../azure-store/reads';
import type { SubscriptionSummary } from '../../azure/ports';
import { createWatcher, type Watcher } from './watching/watcher';

/** Both trees of a window, based on the same reads. */
export interface TreesSession {
  readonly ports: TreesPorts;
  reads(): Reads;
  options(name: TreeName): TreeOptions;
  compute(): ComputeTree;
  networks(): NetworkTree;
  readonly watcher: Watcher;
  onChange(listener: () => void): void;
  /** Redraws the trees after a change that wasn't read from Azure. */
  changed(): void;
  /** Restarts after a change of the account or of the shown subscriptions. Earlier data is no longer shown. */
  restart(): void;
  /** Sets whether a tree is visible. While one is, compute resources that are changing their state are polled. */
  show(name: TreeName, isVisible: boolean): void;
  /** Handles that the window got or lost the focus. */
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
  const options: Readonly<Record<TreeName, TreeOptions>> = {
    compute: noTreeOptions(),
    networks: noTreeOptions(),
  };
  const visible = new Set<TreeName>();
  let account = begin();
  const follower = createFollower(ports, () => (visible.size > 0 ? account : undefined));
  const draw = (): void => listeners.forEach((listener) => listener());
  const watcher = createWatcher({ ports, current: () => account, onChange: draw });

  function changed(): void {
    draw();
    follower.look();
    watcher.note();
  }
  function begin(): Account {
    return openAccount({ ports, options, isWatched: (id) => watcher.has(id) });
  }

  function restart(): void {
    account = begin();
    changed();
    watcher.renew();
  }
  const { store } = ports;
  const isLookedAt = (): boolean => visible.size > 0 && ports.isFocused();
  const leave = [store.addViewer(isLookedAt), store.onRead(changed), store.onClear(restart)];
  watcher.renew();
  return {
    ports,
    changed,
    watcher,
    reads: () => account.reads,
    compute: () => account.compute,
    networks: () => account.networks,
    options: (name) => options[name],
    onChange: (listener) => void listeners.push(listener),
    restart,
    show(name, isVisible) {
      if (isVisible) visible.add(name);
      else visible.delete(name);
      follower.look();
      store.look();
    },
    focused() {
      watcher.focused();
      store.look();
    },
    dispose() {
      for (const one of leave) one();
      follower.stop();
      watcher.dispose();
    },
  };
}

interface AccountSetup extends Pick<TreeContext, 'isWatched'> {
  readonly ports: TreesPorts;
  readonly options: Readonly<Record<TreeName, TreeOptions>>;
}

/** Creates the trees of an account, without reading anything. */
function openAccount({ ports, options, ...shared }: AccountSetup): Account {
  const health = createHealth();
  const all = ports.store.reads();
  const reads = { ...all, subscriptions: shownOnly(all.subscriptions, ports.shownSubscriptions()) };
  const context = (name: TreeName): TreeContext => ({
    ...shared,
    confirmed: (model, subnetId) =>
      confirmationsInForce(ports.confirmations.all(), {
        subnetId,
        path: pathFingerprint(model, subnetId),
        now: ports.now(),
        workspaceId: null,
      }),
    creations: ports.store.creations,
    tree: name,
    say: ports.say,
    reads,
    options: options[name],
    health,
  });
  return { reads, compute: computeTree(context('compute')), networks: networkTree(context('networks')) };
}

type Subscriptions = readonly SubscriptionSummary[];

/** Filters a list of subscriptions by the user's choice; null for all. */
function shownOnly(
  list: CachedRead<Subscriptions>,
  shown: readonly string[] | null,
): CachedRead<Subscriptions> {
  const of = (read: Read<Subscriptions>): Read<Subscriptions> =>
    read.is === 'ready' && shown !== null
      ? { ...read, value: read.value.filter(({ id }) => shown.includes(id.toLowerCase())) }
      : read;
  return {
    ...list,
    get: async (options) => of(await list.get(options)),
    renew: async (stop) => of(await list.renew(stop)),
    peek: () => {
      const read = list.peek();
      return read && of(read);
    },
  };
}

/** Milliseconds between polls of compute resources that are changing their state: short at first, then longer. */
const firstWait = 2000;
const longestWait = 10_000;
const growth = 1.25;

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
