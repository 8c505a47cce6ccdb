import { causesOf } from '../../../checks/causes';
import { countsAs } from '../../../checks/summary';
import type { WatchedSubnet } from '../../../platform/watched-subnets';
import type { Health } from '../model/health';
import type { NetworkTree } from '../model/network-tree';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import type { Broken } from './notify-broken';
import type { WatchList } from './watch-list';

/** The account as it is now. */
export type CurrentReads = () => { readonly reads: Reads; readonly networks: NetworkTree };

/** What is known of the watched subnets, and what of it got worse. */
export interface WatchedOutcomes {
  /** Watched subnets that need a fix, as far as they were read. */
  toFix(): number;
  /** Checks what has been read; several calls at once are one. */
  renew(): void;
  forget(): void;
}

export interface WatchedOutcomesSetup {
  readonly list: WatchList;
  readonly current: CurrentReads;
  /** Told where another number of subnets needs a fix. */
  readonly onCount: () => void;
  /** Told once of each change that broke a subnet, but for the quiet ones. */
  readonly onBroken: (broken: readonly Broken[]) => void;
}

export function watchedOutcomes(setup: WatchedOutcomesSetup): WatchedOutcomes {
  const { list, current, onCount, onBroken } = setup;
  const seen = new Map<string, Seen>();
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

  /** What broke since the subnet was last seen. What nobody has read yet is not asked for here. */
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

/** What was last seen of a subnet. */
interface Seen {
  /** What it was checked for: results of another plan are not compared. */
  readonly checkedFor: string;
  /** Requirements that are to fix. */
  readonly toFix: readonly string[];
  /** Requirements that somebody's appliance decides, or nobody: a firewall is read with its subnet, after the lists. */
  readonly notRead: readonly string[];
}

function seenOf({ plan, results }: Health): Seen {
  const workspace = plan.workspace.known ? plan.workspace.value.id : '';
  return {
    checkedFor: JSON.stringify([plan.kind, plan.publicIp, workspace]),
    toFix: results.filter((one) => countsAs(one) === 'toFix').map((one) => one.requirement),
    notRead: results
      .filter(({ outcome }) => outcome.is === 'handed-on' || outcome.is === 'note')
      .map((one) => one.requirement),
  };
}

/** None where there is nothing to compare with: what was broken before, or was not known, is no news. */
function brokenSince(before: Seen | undefined, now: Seen): readonly string[] {
  if (before?.checkedFor !== now.checkedFor) return [];
  return now.toFix.filter((one) => !before.toFix.includes(one) && !before.notRead.includes(one));
}

function keyOf({ subnetId }: WatchedSubnet): string {
  return subnetId.toLowerCase();
}
