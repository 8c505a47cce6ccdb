import { expect, test } from 'vitest';
import { exportedResources } from '../../../../src/documents/arm/exported-resources';
import { declaredNetwork } from '../../../../src/documents/model/declared-network';

const subnetId =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet';
const nested = {
  id: subnetId.split('/subnets/')[0],
  type: 'Microsoft.Network/virtualNetworks',
  name: 'vnet',
  location: 'westeurope',
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    subnets: [{ id: subnetId, name: 'snet', properties: { addressPrefix: '10.0.0.0/24' } }],
  },
};
/** As `az network vnet show` prints it. */
const flat = {
  id: nested.id,
  type: nested.type,
  name: 'vnet',
  location: 'westeurope',
  addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
  subnets: [{ id: subnetId, name: 'snet', addressPrefix: '10.0.0.0/24' }],
};
const change = { resourceId: nested.id, changeType: 'NoChange', before: nested, after: nested };

test.each([
  ['az network vnet show', flat],
  ['az network vnet list', [flat]],
  ['az resource show', nested],
  ['a page of the REST API', { value: [nested] }],
  ['Resource Graph', { data: [nested], count: 1 }],
  ['resolve', { resources: [nested] }],
  ['bicep snapshot', { predictedResources: [nested], diagnostics: [] }],
  ['what-if', { status: 'Succeeded', changes: [change] }],
  ['what-if of the REST API', { properties: { changes: [change] } }],
  ['a resource without a type', { ...nested, type: undefined }],
])('%s', (_what, printed) => {
  const { resources, faults } = exportedResources('hub.json', JSON.stringify(printed));
  expect(faults).toEqual([]);
  const { model } = declaredNetwork('public', resources, true);
  const [network] = model.virtualNetworks;
  expect(network).toMatchObject({ name: 'vnet', location: { known: true, value: 'westeurope' } });
  expect(network?.subnets).toMatchObject([
    { id: subnetId, name: 'snet', addressPrefixes: { known: true, value: ['10.0.0.0/24'] } },
  ]);
});

test('resources that a deployment deletes aren’t read, and those that it ignores are', () => {
  const changes = [
    { changeType: 'Delete', before: nested },
    { changeType: 'Ignore', before: { ...nested, id: `${String(nested.id)}2` } },
  ];
  const { resources } = exportedResources('what-if.json', JSON.stringify({ changes }));
  expect(resources.map(({ id }) => id)).toMatchObject([{ value: `${String(nested.id)}2` }]);
});

test('unknown values stay unknown', () => {
  const printed = {
    ...nested,
    properties: {
      ...nested.properties,
      subnets: [{ name: 'snet', properties: { addressPrefix: { $unknown: 'x' } } }],
    },
  };
  const { resources } = exportedResources('r.json', JSON.stringify({ resources: [printed] }));
  const [subnet] = declaredNetwork('public', resources, true).model.virtualNetworks[0]?.subnets ?? [];
  expect(subnet?.addressPrefixes.known).toBe(false);
});

test.each(['', '[]', '{}', '{"value": 1}', '[1, null, {"id": 3}]', '{"changes": {}}'])(
  '%j contains no resources',
  (text) => {
    expect(exportedResources('a.json', text).resources).toEqual([]);
  },
);
