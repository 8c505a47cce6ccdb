import { findSubnet, sameId, segmentOf } from '../../src/core/network/find';
import type { NetworkModel } from '../../src/core/network/model';
import type { WorkspaceSummary } from '../../src/azure/ports';
import { attachCases } from './attach-reads';
import { must, type LiveCase, type LivePorts, type LiveTarget } from './live-types';

/** Everything that the wizard reads, read from the real service and checked for what the decoders need. */
export function readCases(target: LiveTarget, ports: LivePorts): readonly LiveCase[] {
  const { azure, stop } = ports;
  const { read, computes } = azure;
  const subscriptionId = segmentOf(target.workspaceId, 'subscriptions') ?? '';
  const workspace = once(() => read.workspace(target.workspaceId, stop));
  const networks = once(() => read.networks(subscriptionId, stop));
  const location = async (): Promise<string> => locationOfWorkspace(await workspace());
  return [
    {
      what: 'the subscription is listed',
      run: async () => {
        const listed = await read.subscriptions(stop);
        must(
          listed.some(({ id }) => sameId(id, subscriptionId)),
          'not among those listed',
        );
        return `${listed.length} subscriptions`;
      },
    },
    {
      what: 'the workspace is read, alone and in the list',
      run: async () => {
        const { location: where, hasPrivateEndpoint, managedNetwork, id } = await workspace();
        must(where.known && hasPrivateEndpoint.known && managedNetwork.known, 'a part of it is unknown');
        const listed = await read.workspaces(subscriptionId, stop);
        must(
          listed.some((one) => sameId(one.id, id)),
          'not among those listed',
        );
        return `${listed.length} workspaces`;
      },
    },
    { what: 'networks are read', run: async () => networksSeen(await networks()) },
    ...subnetCases(target, networks, (model, subnetId) => read.refreshSubnet(model, subnetId, stop)),
    {
      what: 'the last change of the workspace is read from the activity log',
      run: async () => {
        const change = await read.lastChange({ id: target.workspaceId, scope: 'own' }, stop);
        return change ? `changed on ${change.at}` : 'not changed in 89 days';
      },
    },
    {
      what: 'service tags are read',
      run: async () => {
        const { changeNumber, tags } = await read.serviceTags(subscriptionId, await location(), stop);
        for (const name of ['AzureMachineLearning', 'BatchNodeManagement', 'AzureActiveDirectory']) {
          must((tags[name] ?? []).length > 0, `${name} has no prefix`);
        }
        must(/^\d+$/.test(changeNumber), 'the change number is none');
        return `${Object.keys(tags).length} tags of change ${changeNumber}`;
      },
    },
    {
      what: 'machine sizes are read',
      run: async () => {
        const sizes = await read.vmSizes(subscriptionId, await location(), stop);
        const size = sizes.find(({ name }) => sameId(name, target.vmSize));
        must(
          size !== undefined && size.cores > 0 && size.family !== '',
          `${target.vmSize} is not among them`,
        );
        return `${sizes.length} sizes`;
      },
    },
    {
      what: 'core quotas are read',
      run: async () => {
        const quotas = await read.coreQuotas(subscriptionId, await location(), stop);
        must(quotas.length > 0, 'there is none');
        return `${quotas.length} families`;
      },
    },
    {
      what: 'compute resources are listed',
      run: async () => {
        const listed = await computes.list(target.workspaceId, stop);
        must(
          listed.every(({ name, provisioningState }) => name !== '' && provisioningState !== ''),
          'one has no name or state',
        );
        return `${listed.length} computes`;
      },
    },
    {
      what: 'a missing compute resource is distinguished from an existing one',
      run: async () => {
        must(
          (await computes.get(target.workspaceId, 'no-such-compute', stop)) === null,
          'it is said to be there',
        );
        return 'none';
      },
    },
    ...attachCases(subscriptionId, ports),
  ];
}

function networksSeen({ virtualNetworks, securityGroups, routeTables }: NetworkModel): string {
  for (const network of virtualNetworks) {
    must(network.addressPrefixes.known, 'the address space of a network is unknown');
    must(
      network.subnets.every(({ addressPrefixes }) => addressPrefixes.known),
      'the prefixes of a subnet are unknown',
    );
  }
  const subnets = virtualNetworks.reduce((sum, network) => sum + network.subnets.length, 0);
  return `${virtualNetworks.length} networks, ${subnets} subnets, ${securityGroups.length} groups, ${routeTables.length} tables`;
}

function subnetCases(
  { subnetId }: LiveTarget,
  networks: () => Promise<NetworkModel>,
  refresh: (model: NetworkModel, subnetId: string) => Promise<NetworkModel>,
): readonly LiveCase[] {
  if (subnetId === null) return [];
  return [
    {
      what: 'the subnet is refreshed, with the addresses in use',
      run: async () => {
        const found = findSubnet(await refresh(await networks(), subnetId), subnetId);
        must(found !== undefined, 'it is not there');
        must(found?.subnet.addressesInUse.known === true, 'the addresses in use are unknown');
        return 'read';
      },
    },
  ];
}

export function locationOfWorkspace({ location }: WorkspaceSummary): string {
  if (!location.known) throw new Error('the region of the workspace is unknown');
  return location.value;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => (kept ??= read());
}
