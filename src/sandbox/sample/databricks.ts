import type { JsonObject } from '../json';
import type { World } from '../settings';
import { guidOf } from '../store';
import { anna, inGroup, networkId, targetId, westEurope } from './names';

const group = 'rg-databricks';

interface SampleDatabricks {
  readonly name: string;
  /** Numbers of its address. */
  readonly number: string;
  readonly parameters: JsonObject;
}

/** Names of a pair of subnets, as the workspace keeps them. */
function inNetwork(pair: string): JsonObject {
  return {
    customVirtualNetworkId: text(networkId(group, 'virtualNetworks', 'vnet-databricks-weu')),
    customPublicSubnetName: text(`snet-${pair}-host`),
    customPrivateSubnetName: text(`snet-${pair}-container`),
    enableNoPublicIp: { type: 'Bool', value: true },
  };
}

function text(value: string): JsonObject {
  return { type: 'String', value };
}

/** One that fits, one whose network is closed to it, and one in no network of Contoso's. */
export function placeDatabricks(world: World): void {
  place(world, {
    name: 'adb-features-weu',
    number: '4157290386140027.7',
    parameters: inNetwork('dbx'),
  });
  place(world, {
    name: 'adb-scoring-weu',
    number: '1820465973300451.11',
    parameters: inNetwork('dbx-scoring'),
  });
  place(world, {
    name: 'adb-trial-weu',
    number: '7731095524681170.10',
    parameters: { enableNoPublicIp: { type: 'Bool', value: false } },
  });
}

function place(world: World, { name, number, parameters }: SampleDatabricks): void {
  const id = targetId(group, 'Microsoft.Databricks/workspaces', name);
  const by = { oid: anna.objectId, puid: '10032001F8C2A6B4', applicationId: guidOf('portal') };
  world.store.put({
    id,
    location: westEurope.name,
    top: { sku: { name: 'premium' }, tags: {} },
    properties: {
      managedResourceGroupId: inGroup(`databricks-rg-${name}`),
      parameters: {
        ...parameters,
        prepareEncryption: { type: 'Bool', value: false },
        storageAccountName: text(`dbst${guidOf(id).slice(0, 8)}`),
        storageAccountSkuName: text('Standard_GRS'),
      },
      authorizations: [
        { principalId: guidOf('databricks provider'), roleDefinitionId: guidOf('owner role') },
      ],
      createdBy: by,
      updatedBy: by,
      createdDateTime: '2024-06-18T08:02:44.1935420Z',
      workspaceId: number.slice(0, number.indexOf('.')),
      workspaceUrl: `adb-${number}.azuredatabricks.net`,
      publicNetworkAccess: 'Enabled',
      requiredNsgRules: 'AllRules',
    },
  });
}
