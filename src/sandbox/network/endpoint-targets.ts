import { bodyList, bodyText, type BodyObject } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';

interface TargetKind {
  readonly groups: readonly string[];
  /** Names by address: the members of a sub-resource have one address each. */
  readonly names: (target: Item, group: string) => readonly (readonly string[])[];
}

/** Targets of private endpoints, and the names that resolve to each of their addresses. */
const kinds: Readonly<Record<string, TargetKind>> = {
  'microsoft.machinelearningservices/workspaces': {
    groups: ['amlworkspace'],
    // An address for the API, one for notebooks, and one for online endpoints (how-to-custom-dns page).
    names: ({ name, location = '', properties }) => {
      const guid = bodyText(properties, 'workspaceId') ?? '';
      return [
        [`${guid}.workspace.${location}.api.azureml.ms`, `${guid}.workspace.${location}.cert.api.azureml.ms`],
        [`ml-${name}-${location}-${guid}.${location}.notebooks.azure.net`],
        [`*.${guid}.inference.${location}.api.azureml.ms`],
      ];
    },
  },
  'microsoft.storage/storageaccounts': {
    groups: ['blob', 'file', 'queue', 'table', 'dfs', 'web'],
    names: ({ name }, group) => [[`${name}.${group}.core.windows.net`]],
  },
  'microsoft.keyvault/vaults': { groups: ['vault'], names: ({ name }) => [[`${name}.vault.azure.net`]] },
  'microsoft.containerregistry/registries': {
    groups: ['registry'],
    names: ({ name, location = '' }) => [[`${name}.azurecr.io`], [`${name}.${location}.data.azurecr.io`]],
  },
};

/** Types whose resources support private endpoints. */
export const endpointTargetTypes: readonly string[] = [
  'Microsoft.MachineLearningServices/workspaces',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.KeyVault/vaults',
  'Microsoft.ContainerRegistry/registries',
];

export function groupsOf({ type }: Item): readonly string[] {
  return kinds[type.toLowerCase()]?.groups ?? [];
}

export function endpointNames(target: Item, group: string): readonly (readonly string[])[] {
  return kinds[target.type.toLowerCase()]?.names(target, group) ?? [];
}

/** Adds the connection to the target's list. */
export function addConnection(
  world: World,
  target: Item,
  connection: {
    readonly endpointId: string;
    readonly name: string;
    readonly state: BodyObject;
  },
): void {
  const { endpointId, name, state } = connection;
  const shown: BodyObject = {
    id: `${target.id}/privateEndpointConnections/${name}`,
    name,
    type: `${target.type}/privateEndpointConnections`,
    ...(isWorkspace(target) ? { location: target.location ?? '' } : {}),
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: { id: endpointId },
      privateLinkServiceConnectionState: isStorage(target) ? inStorageText(state) : state,
    },
  };
  setConnections(world, target, [...bodyList(target.properties, member), shown]);
}

/** Renames a member: storage has its own name for the action that an owner has to take. */
function inStorageText({ actionsRequired, ...state }: BodyObject): BodyObject {
  return { ...state, actionRequired: actionsRequired ?? 'None' };
}

export function removeConnections(world: World, target: Item, endpointId: string): void {
  const left = bodyList(target.properties, member).filter(
    (one) => !sameText(bodyText(one, 'properties', 'privateEndpoint', 'id') ?? '', endpointId),
  );
  setConnections(world, target, left);
}

const member = 'privateEndpointConnections';

export function setConnections(world: World, target: Item, connections: Item['properties'][string]): void {
  const held = Array.isArray(connections) ? connections : [];
  const count = isWorkspace(target) ? { privateLinkCount: held.length } : {};
  world.store.patch(target.id, { properties: { ...target.properties, [member]: held, ...count } });
}

function isStorage({ type }: Item): boolean {
  return sameText(type, 'Microsoft.Storage/storageAccounts');
}

function isWorkspace({ type }: Item): boolean {
  return sameText(type, endpointTargetTypes[0] ?? '');
}
