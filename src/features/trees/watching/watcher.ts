import type { WatchedSubnet } from '../../../platform/watched-subnets';
import type { SubnetTarget } from '../model/node';
import type { TreesPorts } from '../ports';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import { notifyBroken } from './notify-broken';
import { watchListOf } from './watch-list';
import { watchedOutcomes, type CurrentReads } from './watched-outcomes';

/** Watches the subnets that the user selected. */
export interface Watcher {
  has(subnetId: string): boolean;
  watch(target: SubnetTarget): void;
  stop(target: SubnetTarget): void;
  /** Returns the number of watched subnets that need a fix, as far as they were read. */
  toFix(): number;
  /** Called after a read: checks watched subnets again, and notifies the user of a change that broke one. */
  note(): void;
  /** Called when data is outdated or from another account: reads watched subnets once the window has the focus. */
  renew(): void;
  /** Handles that the window got or lost the focus. */
  focused(): void;
  dispose(): void;
}

export interface WatcherSetup {
  readonly ports: TreesPorts;
  readonly current: CurrentReads;
  /** Called when the list changes, or the number of subnets that need a fix. */
  readonly onChange: () => void;
}

/** Milliseconds between two reads of the watched subnets, while the window has the focus. */
const interval = 300_000;

export function createWatcher({ ports, current, onChange }: WatcherSetup): Watcher {
  const list = watchListOf(ports.watched);
  const outcomes = watchedOutcomes({
    list,
    current,
    onCount: onChange,
    onBroken: (broken) => notifyBroken(ports, broken, () => list.quieten(broken.map((one) => one.target))),
  });
  const stopping = new AbortController();
  let isDue = true;
  let isTimed = false;

  /** Starts the timer, unless it's already running or there are no watched subnets. */
  function time(): void {
    if (isTimed || list.all().length === 0) return;
    isTimed = true;
    ports.after(interval, stopping.signal, () => {
      isTimed = false;
      isDue = true;
      look();
    });
  }

  function look(): void {
    time();
    if (!isDue || !ports.isFocused() || list.all().length === 0) return;
    isDue = false;
    void readWatched(current().reads, list.all()).then((isSignedIn) => {
      if (isSignedIn) return;
      outcomes.forget();
      onChange();
    });
  }

  return {
    has: list.has,
    watch(target) {
      list.add(target);
      ports.reached('subnetWatched');
      time();
      onChange();
      outcomes.renew();
    },
    stop(target) {
      list.remove(target);
      onChange();
      outcomes.renew();
    },
    toFix: outcomes.toFix,
    note: outcomes.renew,
    renew() {
      isDue = true;
      look();
    },
    focused: look,
    dispose: () => stopping.abort(),
  };
}

/** Reads the watched subnets. Resolves to false without a sign-in: then nothing is requested. */
async function readWatched(reads: Reads, all: readonly WatchedSubnet[]): Promise<boolean> {
  if (!readValue(await reads.connection.get())) return false;
  for (const { subscriptionId, subnetId } of all) {
    const networks = reads.networks(subscriptionId);
    const last = networks.peek();
    if (last === undefined) await networks.get();
    else if (last.is === 'problem') await networks.renew();
    // If it can't be read now, the next interval retries it. Its node in the tree shows why.
    else await reads.refreshSubnet(subnetId).catch(() => undefined);
  }
  return true;
}
