import { known, type Known } from '../../core/known';
import { virtualNetworkIdOf, findById, findSubnet, sameId } from '../../core/network/find';
import type {
  NetworkModel,
  Peering,
  PrivateEndpoint,
  ResourceId,
  RouteTable,
  SecurityGroup,
  VirtualNetwork,
} from '../../core/network/model';
import type { WorkspaceServices } from '../../core/services/services';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredWorkspace } from '../../documents/model/to-compute';
import type { FileWorkspace } from '../../documents/subjects/subjects';
import { declaredResource } from '../resource-of';
import { isDeclaredSubnet, isCreated } from './needed-resources';
import { servicesOfFiles, type OfWorkspace } from './services-of-files';
import { servicesWithFiles } from './services-with-files';
import { withReason, type UnreadReasons } from './with-reason';

/** Resources that files only refer to, in their state in Azure. */
export interface AzureResources {
  /** ISO time of the oldest response. */
  readonly readAt: string;
  readonly model: NetworkModel;
  readonly workspaces: readonly FileWorkspace[];
  readonly services: readonly WorkspaceServices[];
  /** Services that workspaces of the files refer to. */
  readonly named: readonly OfWorkspace[];
  /** Reasons why resources aren't known, by ID in lowercase. */
  readonly unread: UnreadReasons;
}

/** The declarations of files, joined with Azure's data. */
export interface JoinedNetwork {
  readonly declared: DeclaredNetwork;
  /** IDs of subnets in their state in Azure, in lowercase. */
  readonly subnets: ReadonlySet<string>;
}

/**
 * Joins the declarations of files with the resources that they only refer to, as these were read. Resources that the
 * files create have the files' values. Those that weren't read stay unknown, with the reason.
 * @param isWhole false if a module isn't known, which may create more resources of any type
 */
export function withAzure(files: DeclaredNetwork, azure: AzureResources, isWhole: boolean): JoinedNetwork {
  const virtualNetworks = networksOf(files, azure);
  const joined: NetworkModel = {
    ...files.model,
    virtualNetworks,
    securityGroups: eachOf(files, azure, { of: 'securityGroups', join: groupOf }),
    routeTables: eachOf(files, azure, { of: 'routeTables', join: tableOf }),
    natGateways: eachOf(files, azure, { of: 'natGateways', join: (_, its) => its }),
    firewalls: eachOf(files, azure, { of: 'firewalls', join: (_, its) => its }),
    endpointPolicies: [...(files.model.endpointPolicies ?? []), ...(azure.model.endpointPolicies ?? [])],
    privateEndpoints: endpointsOf(files, azure, isWhole),
  };
  const read = azure.model.virtualNetworks.flatMap((one) => one.subnets.map(({ id }) => id.toLowerCase()));
  const subnets = new Set(
    read.filter(
      (id) =>
        !isDeclaredSubnet(files, id) && !isCreated(files, virtualNetworkIdOf(id)) && !azure.unread.has(id),
    ),
  );
  return {
    declared: {
      ...files,
      model: joined,
      referencedSubnets: new Set([...files.referencedSubnets].filter((id) => !subnets.has(id))),
      workspaces: [...files.workspaces, ...workspacesOf(files, azure)],
      services: [...servicesOfFiles(files, azure, isWhole), ...servicesWithFiles(files, azure.services)],
    },
    subnets,
  };
}

interface Kind<K extends keyof NetworkModel, T> {
  readonly of: K;
  /** Joins a resource that the files refer to with Azure's data. */
  readonly join: (file: T, azure: T) => T;
}

/** Returns the resources of one type: those that the files create, and all others in their state in Azure. */
function eachOf<
  T extends { readonly id: ResourceId },
  K extends 'securityGroups' | 'routeTables' | 'natGateways' | 'firewalls',
>(files: DeclaredNetwork, azure: AzureResources, { of, join }: Kind<K, T>): readonly T[] {
  const own = files.model[of] as unknown as readonly T[];
  const read = azure.model[of] as unknown as readonly T[];
  const isOwn = new Set(own.map(({ id }) => id.toLowerCase()));
  return [
    ...own.map((one) => {
      if (isCreated(files, one.id)) return one;
      const its = findById(read, one.id);
      return its ? join(one, its) : withReason(one, azure.unread);
    }),
    ...read.filter(({ id }) => !isOwn.has(id.toLowerCase())),
  ];
}

/** Adds the files' rules first, so that their index matches the files. */
function groupOf(file: SecurityGroup, azure: SecurityGroup): SecurityGroup {
  const { addedRules = [] } = file;
  if (!azure.rules.known || addedRules.length === 0) return azure;
  const others = azure.rules.value.filter(({ name }) => !addedRules.some((one) => sameId(one.name, name)));
  const rules = [...addedRules, ...others].map((one, index) => ({ ...one, index }));
  return { ...azure, rules: known(rules) };
}

/** Returns a route table in its state in Azure, with the routes that the files add or replace. */
function tableOf({ addedRoutes = [] }: RouteTable, azure: RouteTable): RouteTable {
  if (!azure.routes.known || addedRoutes.length === 0) return azure;
  const others = azure.routes.value.filter(({ name }) => !addedRoutes.some((one) => sameId(one.name, name)));
  return { ...azure, routes: known([...addedRoutes, ...others].map((one, index) => ({ ...one, index }))) };
}

function networksOf(files: DeclaredNetwork, azure: AzureResources): readonly VirtualNetwork[] {
  const own = files.model.virtualNetworks;
  const read = azure.model.virtualNetworks;
  return [
    ...own.map((one) => {
      if (isCreated(files, one.id)) return one;
      const its = findById(read, one.id);
      return its ? networkOf(files, one, { its, azure }) : withReason(one, azure.unread);
    }),
    ...read
      .filter(({ id }) => !findById(own, id))
      .map((one) => ({ ...one, subnets: readSubnets(one, azure) })),
  ];
}

function readSubnets({ subnets }: VirtualNetwork, { unread }: AzureResources): VirtualNetwork['subnets'] {
  return unread.size === 0 ? subnets : subnets.filter(({ id }) => !unread.has(id.toLowerCase()));
}

interface Read {
  readonly its: VirtualNetwork;
  readonly azure: AzureResources;
}

/** Returns an existing network with the subnets that the files create in it. */
function networkOf(files: DeclaredNetwork, file: VirtualNetwork, { its, azure }: Read): VirtualNetwork {
  const read = readSubnets(its, azure);
  const isRead = (id: ResourceId): boolean => read.some((one) => sameId(one.id, id));
  const own = file.subnets.filter(({ id }) => isDeclaredSubnet(files, id) || !isRead(id));
  const isOwn = (id: ResourceId): boolean => own.some((one) => sameId(one.id, id));
  return {
    ...its,
    subnets: [...own, ...read.filter(({ id }) => !isOwn(id))],
    hasGateway: file.hasGateway.known && file.hasGateway.value ? file.hasGateway : its.hasGateway,
    peerings: peeringsOf(file, its, azure),
  };
}

/** Returns Azure's peerings, with those that the files add or replace. */
function peeringsOf(
  { addedPeerings = [] }: VirtualNetwork,
  its: VirtualNetwork,
  { model }: AzureResources,
): VirtualNetwork['peerings'] {
  if (!its.peerings.known || addedPeerings.length === 0) return its.peerings;
  const others = its.peerings.value.filter(
    ({ name }) => !addedPeerings.some((one) => sameId(one.name, name)),
  );
  return known([...addedPeerings.map((one) => joinedPeering(one, its, model)), ...others]);
}

/**
 * Returns a peering of the files, which only carries traffic if the other network, in its state in Azure, peers back.
 */
function joinedPeering(peering: Peering, { id }: VirtualNetwork, model: NetworkModel): Peering {
  const remote = findById(model.virtualNetworks, peering.remoteId);
  if (!remote) return peering;
  const isAnswered =
    remote.peerings.known && remote.peerings.value.some(({ remoteId }) => sameId(remoteId, id));
  const isUndecided = !peering.state.known && peering.state.because.key === 'terminal.notInFiles';
  return {
    ...peering,
    ...(isAnswered && isUndecided ? { state: known('Connected') } : {}),
    ...(peering.remotePrefixes.known ? {} : { remotePrefixes: remote.addressPrefixes }),
  };
}

/**
 * Returns the private endpoints. Unknown if a network that the files only refer to wasn't read, because it may contain
 * others.
 */
function endpointsOf(
  files: DeclaredNetwork,
  { model }: AzureResources,
  isWhole: boolean,
): Known<readonly PrivateEndpoint[]> {
  const own = files.model.privateEndpoints;
  const isRead = files.model.virtualNetworks.every(
    ({ id }) => isCreated(files, id) || findById(model.virtualNetworks, id) !== undefined,
  );
  if (!model.privateEndpoints.known) return own.known ? model.privateEndpoints : own;
  if (!isRead || (!isWhole && !own.known)) return own;
  const ofFiles = own.known ? own.value : [];
  const others = model.privateEndpoints.value.filter(({ id }) => !findById(ofFiles, id));
  return known([...ofFiles, ...others]);
}

/** A private endpoint that the files create for a workspace counts too. */
function workspacesOf(files: DeclaredNetwork, azure: AzureResources): readonly DeclaredWorkspace[] {
  const { privateEndpoints } = files.model;
  const ofFiles = privateEndpoints.known ? privateEndpoints.value : [];
  return azure.workspaces.flatMap((one) => {
    if (isCreated(files, one.id)) return [];
    const user = files.computes.find(({ workspaceId }) => sameId(workspaceId, one.id));
    const place = declaredResource(files, one.id)?.namePlace ?? user?.namePlace;
    if (!place) return [];
    const isLinked = ofFiles.some(({ targetId }) => sameId(targetId, one.id));
    return [{ ...one, place, ...(isLinked ? { hasPrivateEndpoint: known(true) } : {}) }];
  });
}

/** True if a subnet is in the files, or one of their compute resources uses it. */
export function isOfFiles(
  files: DeclaredNetwork,
  {
    subnet,
    computes,
  }: { readonly subnet: { readonly id: ResourceId }; readonly computes: readonly unknown[] },
): boolean {
  return computes.length > 0 || findSubnet(files.model, subnet.id) !== undefined;
}
