import type { WatchedSubnet } from '../../../platform/watched-subnets';
import type { SubnetTarget } from '../model/node';
import type { TreesPorts } from '../ports';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import { tellBroken } from './notify-broken';
import { watchListOf } from './watch-list';
import { watchedOutcomes, type CurrentReads } from './watched-outcomes';

/** Keeps an eye on the subnets that a person watches. */
export interface Watcher {
  has(subnetId: string): boolean;
  watch(target: SubnetTarget): void;
  stop(target: SubnetTarget): void;
  /** Watched subnets that need a fix, as far as they were read. */
  toFix(): number;
  /** Something was read: watched subnets are checked again, and a change that broke one is told. */
  note(): void;
  /** What was read is of another time or account: watched subnets are read as soon as somebody is there. */
  renew(): void;
  /** The window got or lost the focus. */
  focused(): void;
  dispose(): void;
}

export interface WatcherSetup {
  readonly ports: TreesPorts;
  readonly current: CurrentReads;
  /** Told where the list changed, or how many of it need a fix. */
  readonly onChange: () => void;
}

/** Milliseconds between two readings of the watched subnets, while the window has the focus. */
const interval = 300_000;

export function createWatcher({ ports, current, onChange }: WatcherSetup): Watcher {
  const list = watchListOf(ports.watched);
  const outcomes = watchedOutcomes({
    list,
    current,
    onCount: onChange,
    onBroken: (broken) => tellBroken(ports, broken, () => list.quieten(broken.map((one) => one.target))),
  });
  const stopping = new AbortController();
  let isDue = true;
  let isTimed = false;

  /** One timer, and only where something is watched. */
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

/** False where nobody is signed in: then nothing was asked. */
async function readWatched(reads: Reads, all: readonly WatchedSubnet[]): Promise<boolean> {
  if (!readValue(await reads.connection.get())) return false;
  for (const { subscriptionId, subnetId } of all) {
    const networks = reads.networks(subscriptionId);
    const last = networks.peek();
    if (last === undefined) await networks.get();
    else if (last.is === 'problem') await networks.renew();
    // What cannot be read now is asked for again the next time; its lines in the tree say why.
    else await reads.refreshSubnet(subnetId).catch(() => undefined);
  }
  return true;
}
