import { expect, test } from 'vitest';
import { sampleGroupId, researchSubscription } from '../../../src/sandbox/sample/names';
import { openCreationSample } from './learning/creating';
import { noStop } from './sample';

test('lists the user-assigned identities of a subscription, over all pages', async () => {
  const { azure } = openCreationSample({ pageSize: 2 });
  const all = await azure.read.identities(researchSubscription.id, noStop);
  expect(all.map(({ name, resourceGroup }) => `${resourceGroup}/${name}`)).toEqual([
    'rg-ml-prod/id-fraud-train',
    'rg-ml-prod/id-fraud-score',
    'rg-network-prod/id-platform-deploy',
  ]);
  expect(all[0]?.location).toBe('westeurope');
});

test('lists only the identities that can be read', async () => {
  const { azure, sample } = openCreationSample();
  sample.access.deny({ scope: sampleGroupId('rg-network-prod'), verbs: ['read'] });
  const all = await azure.read.identities(researchSubscription.id, noStop);
  expect(all.map(({ name }) => name)).toEqual(['id-fraud-train', 'id-fraud-score']);
});

test('reports a refused list as forbidden', async () => {
  const { azure, sample } = openCreationSample();
  sample.faults.next({ match: 'userAssignedIdentities', status: 403 });
  await expect(azure.read.identities(researchSubscription.id, noStop)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
