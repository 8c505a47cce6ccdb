import { expect, test } from 'vitest';
import { studioUrl } from '../../../../src/core/azure-facts/studio-url';

const workspaceId =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w';
const query = `wsid=${encodeURIComponent(workspaceId)}`;

test('links to a workspace and to its compute resource in the studio of its cloud', () => {
  expect(studioUrl({ cloud: 'public', workspaceId, tenantId: 't' })).toBe(
    `https://ml.azure.com/?${query}&tid=t`,
  );
  expect(studioUrl({ cloud: 'usgov', workspaceId, tenantId: '', compute: 'gpu-fraud' })).toBe(
    `https://ml.azure.us/compute/gpu-fraud/details?${query}`,
  );
});
