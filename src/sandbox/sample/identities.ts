import type { World } from '../settings';
import { guidOf } from '../store';
import { identityType } from '../routes/identities';
import { inGroup, research, westEurope } from './names';

/** User-assigned identities of the sample: two of the fraud team, one of the platform. */
export function placeIdentities(world: World): void {
  for (const [group, name] of [
    ['rg-ml-prod', 'id-fraud-train'],
    ['rg-ml-prod', 'id-fraud-score'],
    ['rg-network-prod', 'id-platform-deploy'],
  ] as const) {
    const id = `${inGroup(group)}/providers/${identityType}/${name}`;
    world.store.put({
      id,
      location: westEurope.name,
      top: { tags: {} },
      properties: {
        tenantId: research.tenantId,
        principalId: guidOf(`principal ${id}`),
        clientId: guidOf(`client ${id}`),
      },
    });
  }
}
