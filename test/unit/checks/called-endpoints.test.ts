import { expect, test } from 'vitest';
import { calledEndpoints } from '../../../src/checks/called-endpoints';
import { known } from '../../../src/core/known';
import { buildModel, unreadFact, serviceId, modelWorkspaceId } from './model-builder';
import { buildServices } from './services-builder';

const endpoints = [
  'pe-ws amlworkspace 10.40.7.4',
  'pe-blob blob 10.40.7.5',
  'pe-file file 10.40.7.6',
  'pe-dfs dfs 10.40.7.7',
  'pe-kv vault 10.40.7.8',
  'pe-cr registry 10.40.7.9',
];

function endpointsToReach(services: ReturnType<typeof buildServices> | undefined): readonly string[] {
  const built = buildModel({ endpoints });
  const [network] = built.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!network || !subnet) throw new Error('no subnet');
  return calledEndpoints({
    model: built,
    place: { network, subnet },
    workspaceId: modelWorkspaceId,
    services,
  }).found.map(({ endpoint, ports }) => `${endpoint.name} ${ports.join()}`);
}

// Ports: file shares are mounted over SMB, everything else uses HTTPS (how-to-secure-training-vnet;
// storage-files-networking-endpoints).
test('compute uses the private endpoints of its workspace and the workspace’s services, file shares also over SMB', () => {
  expect(endpointsToReach(buildServices())).toEqual([
    'pe-ws 443',
    'pe-blob 443',
    'pe-file 443,445',
    'pe-kv 443',
    'pe-cr 443',
  ]);
});

test('only the workspace’s own private endpoint is left if its services weren’t read', () => {
  expect(endpointsToReach(undefined)).toEqual(['pe-ws 443']);
  expect(endpointsToReach({ ...buildServices(), storage: unreadFact, keyVault: known(null) })).toEqual([
    'pe-ws 443',
    'pe-cr 443',
  ]);
});

test('a private endpoint of another account isn’t one of theirs', () => {
  const services = buildServices();
  const other = services.storage.known && services.storage.value;
  if (!other) throw new Error('no account');
  const storage = known({ ...other, id: serviceId('another') });
  expect(endpointsToReach({ ...services, storage })).toEqual(['pe-ws 443', 'pe-kv 443', 'pe-cr 443']);
});

test('a private endpoint in an unknown subnet may be the workspace’s, and one of another workspace isn’t', () => {
  const built = buildModel({ endpoints: ['pe-ws amlworkspace 10.40.7.4'] });
  const [network] = built.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!network || !subnet || !built.privateEndpoints.known) throw new Error('no endpoint');
  const privateEndpoints = known(
    built.privateEndpoints.value.map((one) => ({ ...one, subnetId: '‹part.subnet›' })),
  );
  const place = { network, subnet };
  const asked = { model: { ...built, privateEndpoints }, place, services: undefined };
  expect(calledEndpoints({ ...asked, workspaceId: modelWorkspaceId })).toEqual({
    found: [],
    unread: { key: 'check.services.endpointElsewhere', values: { name: 'pe-ws' } },
  });
  expect(calledEndpoints({ ...asked, workspaceId: `${modelWorkspaceId}-other` })).toEqual({ found: [] });
});
