import { endpointsAround } from '../../../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../../../checks/name-servers';
import type { Azure, ServicesPlace } from '../../../azure/ports';
import { findVirtualNetwork, segmentOf } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import type { WorkspaceServices } from '../../../core/services/services';
import { readValue, type CachedRead } from './cached-read';

/** What workspaces keep their data in, each read once for a network. */
export interface ServicesCells {
  /** `networkId` is null where no network is anybody's to choose. */
  of(workspaceId: ResourceId, networkId: ResourceId | null): CachedRead<WorkspaceServices>;
  /** Reads again what was read around a network. */
  renewAround(networkId: ResourceId): Promise<void>;
}

export interface ServicesSetup {
  readonly cell: (name: string, read: () => Promise<WorkspaceServices>) => CachedRead<WorkspaceServices>;
  readonly networks: (subscriptionId: string) => CachedRead<NetworkModel>;
  readonly azure: () => Promise<Azure>;
  readonly stop: AbortSignal;
}

export function createServicesCells({ cell, networks, azure, stop }: ServicesSetup): ServicesCells {
  const made = new Map<
    string,
    { readonly networkId: string; readonly cell: CachedRead<WorkspaceServices> }
  >();

  function placeOf(workspaceId: ResourceId, networkId: ResourceId | null): ServicesPlace {
    const subscription = segmentOf(networkId ?? '', 'subscriptions');
    const model = subscription === undefined ? undefined : readValue(networks(subscription).peek());
    const network = model && findVirtualNetwork(model, networkId ?? '');
    return {
      workspaceId,
      networkId,
      nameServers: network ? nameServerSubscriptions(network) : [],
      endpoints: model && network ? endpointsAround(model, network) : [],
    };
  }

  return {
    of(workspaceId, networkId) {
      const key = `${workspaceId} ${networkId ?? ''}`.toLowerCase();
      const found = made.get(key) ?? {
        networkId: (networkId ?? '').toLowerCase(),
        cell: cell(`services ${key}`, async () =>
          (await azure()).read.services(placeOf(workspaceId, networkId), stop),
        ),
      };
      made.set(key, found);
      return found.cell;
    },
    async renewAround(networkId) {
      const around = [...made.values()].filter((one) => one.networkId === networkId.toLowerCase());
      await Promise.all(around.filter((one) => one.cell.peek()).map((one) => one.cell.renew()));
    },
  };
}
