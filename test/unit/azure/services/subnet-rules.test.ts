import { describe, expect, test } from 'vitest';
import { containsServiceChanges, serviceWrite } from '../../../../src/azure/services/service-write';
import { toStorageAccount } from '../../../../src/azure/services/to-data-service';
import { known } from '../../../../src/core/known';
import type { ServiceChange } from '../../../../src/core/service-change';

const id = '/subscriptions/0000/resourceGroups/rg-ml/providers/Microsoft.Storage/storageAccounts/st';
const network = '/subscriptions/0000/resourceGroups/rg-ml/providers/Microsoft.Network/virtualNetworks/vnet';
const [train, office] = [`${network}/subnets/snet-train`, `${network}/subnets/snet-office`];

const account = (state: string | null) => {
  const rule = { id: train, action: 'Allow', ...(state === null ? {} : { state }) };
  const virtualNetworkRules = [rule, { id: office, action: 'Allow', state: 'Succeeded' }];
  return { id, name: 'st', properties: { networkAcls: { defaultAction: 'Deny', virtualNetworkRules } } };
};

// "If you delete a subnet that's included in a virtual network rule, it will be removed from the network rules for the
// storage account. If you create a new subnet by the same name, it won't have access to the storage account. To allow
// access, you must explicitly authorize the new subnet" (storage-network-security-limitations, 2025-06-18). States: storage account
// reference, VirtualNetworkRule.state (2023-05-01), whose letters are large or small by version.
describe('a rule of a storage account for a subnet', () => {
  test.each([
    ['Succeeded', [train, office]],
    [null, [train, office]],
    ['Provisioning', [train, office]],
    ['NetworkSourceDeleted', [office]],
    ['networkSourceDeleted', [office]],
  ])('with state %s allows %j', (state, letIn) => {
    expect(toStorageAccount(account(state), known(null)).subnetRules).toEqual(known(letIn));
  });

  const after = { subnetRules: [train] };
  const admit: ServiceChange = { type: 'storage', id, before: { subnetRules: [] }, after };

  test('that outlived its subnet is replaced by one for the new subnet', () => {
    const now = account('NetworkSourceDeleted');
    expect(containsServiceChanges(now, [admit])).toBe(false);
    expect(serviceWrite(now, [admit]).body).toMatchObject({
      properties: { networkAcls: { virtualNetworkRules: [{ id: office }, { id: train }] } },
    });
    expect(containsServiceChanges(account('Succeeded'), [admit])).toBe(true);
  });
});
