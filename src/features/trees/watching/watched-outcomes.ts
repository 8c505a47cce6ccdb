import { causesOf } from '../../../checks/causes';
import { countsAs } from '../../../checks/summary';
import type { WatchedSubnet } from '../../../platform/watched-subnets';
import type { Health } from '../model/health';
import type { NetworkTree } from '../model/network-tree';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import type { Broken } from './notify-broken';
import type { WatchList } from './watch-list';

/** Returns the reads of the current account. */
export type CurrentReads = () => { readonly reads: Reads; readonly networks: NetworkTree };

/** Results of the watched subnets, compared with earlier results. */
export interface WatchedOutcomes {
  /** Returns the number of watched subnets that need a fix, as far as they were read. */
  toFix(): number;
  /** Checks the data that was read. Several calls at once are combined. */
  renew(): void;
  forget(): void;
}

export interface WatchedOutcomesSetup {
  readonly list: WatchList;
  readonly current: CurrentReads;
  /** Called when the number of subnets that need a fix changes. */
  readonly onCount: () => void;
  /** Called once for each change that broke a subnet, unless its notifications are off. */
  readonly onBroken: (broken: readonly Broken[]) => void;
}

export function watchedOutcomes(setup: WatchedOutcomesSetup): WatchedOutcomes {
  const { list, current, onCount, onBroken } = setup;
  const seen = new Map<string, LastOutcome>();
  let isChecking = false;
  let isOutdated = false;
  const toFix = (): number =>
    list.all().filter((one) => (seen.get(keyOf(one))?.toFix.length ?? 0) > 0).length;

  async function checkAll(): Promise<void> {
    isOutdated = true;
    if (isChecking) return;
    isChecking = true;
    while (isOutdated) {
      isOutdated = false;
      await checkOnce();
    }
    isChecking = false;
  }

  async function checkOnce(): Promise<void> {
    const before = toFix();
    for (const id of [...seen.keys()]) if (!list.has(id)) seen.delete(id);
    const broken: Broken[] = [];
    for (const one of list.all()) {
      const found = await checkWatched(one);
      if (found && !one.isQuiet) broken.push(found);
    }
    if (toFix() !== before) onCount();
    if (broken.length > 0) onBroken(broken);
  }

  /** Finds what broke since the last check of a subnet. Doesn't request data that wasn't read yet. */
  async function checkWatched(one: WatchedSubnet): Promise<Broken | undefined> {
    const { reads, networks } = current();
    if (!readValue(reads.networks(one.subscriptionId).peek())) return undefined;
    const target = { is: 'subnet', ...one } as const;
    const shown = await networks.find(target).catch(() => undefined);
    if (!shown || reads !== current().reads) return undefined;
    const now = seenOf(shown.health);
    const requirements = brokenSince(seen.get(keyOf(one)), now);
    seen.set(keyOf(one), now);
    if (requirements.length === 0) return undefined;
    const results = shown.health.results.filter((one) => requirements.includes(one.requirement));
    return { target, name: shown.subnet.name, causes: causesOf(results) };
  }

  return { toFix, renew: () => void checkAll(), forget: () => seen.clear() };
}

/** The last result of a subnet. */
interface LastOutcome {
  /** The plan that it was checked for. Results of different plans aren't compared. */
  readonly checkedFor: string;
  /** Requirements that need a fix. */
  readonly toFix: readonly string[];
  /**
   * Requirements that an appliance decides, or that weren't decided. A firewall is read with its subnet, after the
   * lists.
   */
  readonly notRead: readonly string[];
}

function seenOf({ plan, results }: Health): LastOutcome {
  const workspace = plan.workspace.known ? plan.workspace.value.id : '';
  return {
    checkedFor: JSON.stringify([plan.kind, plan.publicIp, workspace]),
    toFix: results.filter((one) => countsAs(one) === 'errors').map((one) => one.requirement),
    notRead: results
      .filter(({ outcome }) => outcome.is === 'forwarded' || outcome.is === 'note')
      .map((one) => one.requirement),
  };
}

/**
 * Returns the newly failing requirements; empty without an earlier result. Requirements that failed or weren't decided
 * before aren't new.
 */
function brokenSince(before: LastOutcome | undefined, now: LastOutcome): readonly string[] {
  if (before?.checkedFor !== now.checkedFor) return [];
  return now.toFix.filter((one) => !before.toFix.includes(one) && !before.notRead.includes(one));
}

function keyOf({ subnetId }: WatchedSubnet): string {
  return subnetId.toLowerCase();
}
