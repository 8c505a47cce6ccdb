import type {
  Azure,
  AzureReader,
  ComputeState,
  AzureConnection,
  SubscriptionSummary,
  WorkspaceSummary,
} from '../../../azure/ports';
import { type AzureFailure } from '../../../azure/failure';
import { isPassing } from '../../../azure/learning/retry-transient';
import type { AttachTarget } from '../../../core/attach-target';
import type { Cloud, NetworkModel, ResourceId } from '../../../core/network/model';
import type { AttachedKind } from '../../../core/plan';
import { liveTagCatalog, type TagCatalog } from '../../../core/tags/tag-catalog';
import { neededTags } from '../../../requirements/needed-tags';
import type { Log } from '../../../platform/log';
import type { TreeName } from '../model/node';
import { createCell, type CachedRead, type Read } from './cached-read';
import { createServicesCells, type ServicesCells } from './services-cells';

export interface ReadsPorts {
  readonly log: Log;
  /** Rejects with `AzureFailure` `signedOut` where nobody is signed in. */
  connect(): Promise<AzureConnection>;
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  now(): Date;
}

/** Whatever the trees know of Azure, each list asked for once for both of them. */
export interface Reads {
  readonly connection: CachedRead<AzureConnection>;
  readonly subscriptions: CachedRead<readonly SubscriptionSummary[]>;
  workspaces(subscriptionId: string): CachedRead<readonly WorkspaceSummary[]>;
  networks(subscriptionId: string): CachedRead<NetworkModel>;
  computes(workspaceId: ResourceId): CachedRead<readonly ComputeState[]>;
  /** What a subscription has of a kind that can be attached. */
  targets(subscriptionId: string, kind: AttachedKind): CachedRead<readonly AttachTarget[]>;
  readonly services: ServicesCells;
  /** The live tag list of a region, else the shipped one. */
  tags(subscriptionId: string, location: string): CachedRead<TagCatalog>;
  /** Azure for a task of one's own; rejects as `connect` does. */
  azure(): Promise<Azure>;
  /** The networks with the one subnet read again, its addresses exact. */
  refreshSubnet(subscriptionId: string, subnetId: ResourceId): Promise<void>;
  /** The networks with the one security group read again. */
  refreshSecurityGroup(subscriptionId: string, groupId: ResourceId): Promise<void>;
  /** When the oldest of what a tree shows was read; nothing before anything was. */
  readSince(tree: TreeName): string | undefined;
  /** Readings that last ended in what passes by itself, and the longest wait that Azure asks for, in seconds. */
  passing(): { readonly cells: readonly CachedRead<unknown>[]; readonly waitSeconds: number };
  stop(): void;
}

/** The readings of one account. Another account gets others: what one lets us see is not another's to see. */
export function createReads(ports: ReadsPorts, onChange: () => void): Reads {
  const stopping = new AbortController();
  const stop = stopping.signal;
  const ages = new Map<string, string>();
  const cells: CachedRead<unknown>[] = [];

  function cell<T>(name: string, read: () => Promise<T>): CachedRead<T> {
    const onRead = (answer: Read<T>): void => {
      if (stop.aborted) return;
      ages.set(name.toLowerCase(), answer.readAt);
      if (answer.is === 'problem') note(ports.log, name, answer.failure);
      onChange();
    };
    return listed(cells, createCell({ read, now: ports.now, onRead }));
  }

  const connection = cell('connection', () => ports.connect());
  const azure = async (): Promise<Azure> => required(await connection.get()).azure;
  const networks = each((id) => cell(`networks ${id}`, async () => (await azure()).read.networks(id, stop)));
  const services = createServicesCells({ cell, networks, azure, stop });
  async function renewPart(
    subscriptionId: string,
    read: (reader: AzureReader, model: NetworkModel) => Promise<NetworkModel>,
  ): Promise<void> {
    const model = required(await networks(subscriptionId).get());
    networks(subscriptionId).put(await read((await azure()).read, model));
    ages.set(`networks ${subscriptionId}`.toLowerCase(), ports.now().toISOString());
    onChange();
  }

  return {
    connection,
    azure,
    networks,
    subscriptions: cell('subscriptions', async () => (await azure()).read.subscriptions(stop)),
    workspaces: each((id) => cell(`workspaces ${id}`, async () => (await azure()).read.workspaces(id, stop))),
    computes: each((id) => cell(`computes ${id}`, async () => (await azure()).computes.list(id, stop))),
    targets: eachPair<AttachedKind, readonly AttachTarget[]>((id, kind) =>
      cell(`targets ${id} ${kind}`, async () => (await azure()).read.attachTargets(id, kind, stop)),
    ),
    services,
    tags: eachPair<string, TagCatalog>((subscriptionId, location) =>
      cell(`tags ${subscriptionId} ${location}`, async () => {
        const { azure: found, cloud } = required(await connection.get());
        const shipped = await ports.shippedTags(cloud);
        const live = await found.read.serviceTags(subscriptionId, location, stop).catch(() => undefined);
        const wanted = { needed: neededTags(cloud), location };
        return (live && liveTagCatalog(live, shipped, wanted)) ?? shipped;
      }),
    ),
    refreshSubnet: (subscriptionId, id) =>
      renewPart(subscriptionId, ({ refreshSubnet }, model) => refreshSubnet(model, id, stop)),
    refreshSecurityGroup: (subscriptionId, id) =>
      renewPart(subscriptionId, ({ refreshSecurityGroup }, model) => refreshSecurityGroup(model, id, stop)),
    readSince: (tree) => {
      const shown = [...ages].filter(([name]) => shownBy[tree].has(name.split(' ')[0] ?? ''));
      return shown.map(([, readAt]) => readAt).sort()[0];
    },
    passing: () => passingIn(cells),
    stop: () => stopping.abort(),
  };
}

function listed<T>(cells: CachedRead<unknown>[], made: CachedRead<T>): CachedRead<T> {
  cells.push(made);
  return made;
}

function passingIn(cells: readonly CachedRead<unknown>[]): ReturnType<Reads['passing']> {
  const failed = cells.flatMap((one) => {
    const last = one.peek();
    return last?.is === 'problem' && passesByItself(last.failure)
      ? [{ cell: one, failure: last.failure }]
      : [];
  });
  return {
    cells: failed.map((one) => one.cell),
    waitSeconds: Math.max(0, ...failed.map(({ failure }) => failure.details.retryAfterSeconds ?? 0)),
  };
}

/** What may be well again without anybody doing anything; a certificate that is not trusted is not. */
function passesByItself({ code, details }: AzureFailure): boolean {
  if (code === 'refused') return (details.status ?? 0) >= 500;
  return isPassing(code) && details.untrusted !== true;
}

/** Kinds of readings that a tree stands on. */
const shownBy: Readonly<Record<TreeName, ReadonlySet<string>>> = {
  compute: new Set(['subscriptions', 'workspaces', 'computes', 'targets', 'networks']),
  networks: new Set(['subscriptions', 'networks']),
};

/** Names of a reading hold ids, which no log needs. */
function note(log: Log, name: string, failure: AzureFailure): void {
  const what = name.split(' ')[0] ?? '';
  if (failure.code === 'bug') log.error(`trees: reading ${what}`, failure);
  else log.info(`trees: reading ${what}: ${failure.code}`);
}

function each<T>(make: (id: string) => CachedRead<T>): (id: string) => CachedRead<T> {
  const made = new Map<string, CachedRead<T>>();
  return (id) => {
    const key = id.toLowerCase();
    const found = made.get(key) ?? make(id);
    made.set(key, found);
    return found;
  };
}

function eachPair<K extends string, T>(
  make: (subscriptionId: string, of: K) => CachedRead<T>,
): (subscriptionId: string, of: K) => CachedRead<T> {
  const made = new Map<string, CachedRead<T>>();
  return (subscriptionId, of) => {
    const key = `${subscriptionId} ${of}`.toLowerCase();
    const found = made.get(key) ?? make(subscriptionId, of);
    made.set(key, found);
    return found;
  };
}

/** The value; throws the failure that came in its place. */
export function required<T>(read: Read<T>): T {
  if (read.is === 'problem') throw read.failure;
  return read.value;
}
