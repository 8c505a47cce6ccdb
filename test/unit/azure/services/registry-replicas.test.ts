import { expect, test } from 'vitest';
import { connectAzure } from '../../../../src/azure/connect';
import { createSandbox } from '../../../../src/sandbox/create-sandbox';
import {
  anna,
  sampleGroupId,
  sampleNetworkId,
  researchSubscription,
  westEurope,
  sampleWorkspaceId,
} from '../../../../src/sandbox/sample/names';
import { addGroups } from '../../../../src/sandbox/sample/place';
import { noStop, publicTags } from '../sample';

const group = 'rg-replicas';
const registry = `${sampleGroupId(group)}/providers/Microsoft.ContainerRegistry/registries/crteam`;

/**
 * Returns a workspace in West Europe whose registry is in `location`, with replicas in West Europe and, disabled, in UK South.
 */
async function replicasOf(location: string) {
  const sandbox = createSandbox(
    { tags: publicTags() },
    {
      subscriptions: [researchSubscription],
      regions: [westEurope],
      user: anna,
      fill: (world) => {
        addGroups(world, { [group]: 'westeurope' });
        const workspace = sampleWorkspaceId(group, 'mlw-replicas');
        world.store.put({
          id: workspace,
          location: 'westeurope',
          properties: { containerRegistry: registry },
        });
        world.store.put({ id: registry, location, top: { sku: { name: 'Premium' } }, properties: {} });
        const answers = [
          ['westeurope', true],
          ['uksouth', false],
        ] as const;
        for (const [region, regionEndpointEnabled] of answers) {
          const id = `${registry}/replications/${region}`;
          world.store.put({ id, location: region, properties: { regionEndpointEnabled } });
        }
      },
    },
  );
  const { credential, httpClient, traffic } = sandbox;
  const azure = connectAzure({ credential, httpClient });
  const services = await azure.read.services(
    {
      workspaceId: sampleWorkspaceId(group, 'mlw-replicas'),
      networkId: sampleNetworkId(group, 'virtualNetworks', 'vnet'),
      nameServers: [],
      endpoints: [],
    },
    noStop,
  );
  return {
    replicas: services.registry.known ? services.registry.value?.replicas : undefined,
    asked: traffic.filter(({ path }) => path.includes('/replications')).length,
  };
}

test('replicas are read for a registry in another region than its workspace, and a disabled one doesn’t count', async () => {
  expect(await replicasOf('francecentral')).toEqual({
    replicas: { known: true, value: ['westeurope'] },
    asked: 1,
  });
});

test('replicas aren’t read for a registry in the region of its workspace', async () => {
  expect(await replicasOf('westeurope')).toEqual({ replicas: undefined, asked: 0 });
});
