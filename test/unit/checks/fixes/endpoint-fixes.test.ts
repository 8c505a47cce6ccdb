import { describe, expect, test } from 'vitest';
import { afterFix } from '../../../../src/checks/fixes/after-fix';
import { endpointsInReach } from '../../../../src/checks/endpoints-in-reach';
import { fixabilityOf, findFix } from '../../../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { known, mapKnown } from '../../../../src/core/known';
import type { NetworkModel, Subnet } from '../../../../src/core/network/model';
import { sayReason } from '../../../../src/messages/say';
import { messagesIn } from '../../../support/messages-in';
import { isServiceChange, undoOf, type ResourceChange } from '../../../../src/core/resource-change';
import { serviceReasons } from '../../../../src/core/service-change';
import { stepsOf as jsonStepsOf } from '../../../support/changes';
import type { NetworkSpec } from '../model-builder';
import { buildInput, type ServicesCaseSpec, type ServicesSpec } from '../services-builder';
import { resultLine } from '../result-line';

const say = messagesIn('en');
const npip = 'npip-requires-private-endpoint';
const api = 'privatelink.api.azureml.ms';
const notebooks = 'privatelink.notebooks.azure.net';
const blob = 'privatelink.blob.core.windows.net';
const file = 'privatelink.file.core.windows.net';
const own = 'vnet-ml-prod-weu';

function inputOf({ plan, ...asked }: ServicesCaseSpec) {
  return buildInput({ ...asked, plan: { publicIp: known(false), ...plan } });
}

function line(change: ResourceChange): string {
  return isServiceChange(change)
    ? serviceReasons(change)
        .map((one) => sayReason(say, one))
        .join(' ')
    : change.type;
}

const fixOf = (id: string, asked: ServicesCaseSpec = {}) => findFix(inputOf(asked), [id]);
const stepsOf = (id: string, asked: ServicesCaseSpec = {}) => fixOf(id, asked)?.fix.changes.map(line);
const notesOf = (id: string, asked: ServicesCaseSpec = {}) =>
  fixOf(id, asked)?.fix.notes.map((note) => sayReason(say, note));

function placeOf({ virtualNetworks: [network] }: NetworkModel) {
  return { network: network!, subnet: network!.subnets[0]! };
}

/** Returns the small network with changed subnets. */
function withSubnets(model: NetworkModel, change: (subnet: Subnet) => Subnet): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map(change),
  }));
  return { ...model, virtualNetworks };
}

describe('a workspace without a private endpoint', () => {
  // secure-training, 2025-06-12: no public IP needs a workspace with private link; private-link, 2025-05-22: its two zones.
  test('gets one, both zones, and their links, in this order', () => {
    expect(stepsOf(npip)).toEqual([
      `Creates private DNS zone ${api}.`,
      `Creates private DNS zone ${notebooks}.`,
      'Creates private endpoint pe-mlw-fraud-prod for mlw-fraud-prod (amlworkspace) in snet-endpoints.',
      `Registers the addresses of pe-mlw-fraud-prod in ${api} and ${notebooks}.`,
      `Links private DNS zone ${api} to ${own}.`,
      `Links private DNS zone ${notebooks} to ${own}.`,
    ]);
  });

  test('passes afterwards, and so do the DNS requirements of private link', () => {
    const { after = [], fix } = fixOf(npip) ?? {};
    const reported = [npip, 'dns-zones-linked', 'cluster-cross-region-connectivity'].map((id) =>
      resultLine(after.find((one) => one.requirement === id)),
    );
    expect(reported).toEqual([
      'passed check.endpoint.yes',
      'passed check.zones.linked',
      'passed check.connection.own',
    ]);
    expect(fix?.effect).toBe('costs');
  });

  test('has notes about the cost, affected clients, and the required approval', () => {
    expect(notesOf(npip)?.slice(0, 4)).toEqual([
      'Azure bills pe-mlw-fraud-prod from its creation, and the data that it processes, per GB. It uses 3 addresses in snet-endpoints.',
      `The names of mlw-fraud-prod then resolve to private addresses for all clients in ${own}.`,
      'If you don’t have permission to approve the connection, the owner of mlw-fraud-prod must approve it. The fix takes effect after approval.',
      'Public network access to mlw-fraud-prod stays disabled.',
    ]);
  });

  test('may keep public access: Microsoft’s recommendation isn’t a finding that the fix adds', () => {
    const asked: ServicesCaseSpec = { services: { publicAccess: true } };
    expect(notesOf(npip, asked)).toContain('Public network access to mlw-fraud-prod stays enabled.');
  });

  test('reuses an existing zone, linked or not, and notes if other networks use it', () => {
    const zones = [`${api} ${own},vnet-hub -`, `${notebooks} vnet-hub -`];
    expect(stepsOf(npip, { services: { zones } })).toEqual([
      'Creates private endpoint pe-mlw-fraud-prod for mlw-fraud-prod (amlworkspace) in snet-endpoints.',
      `Registers the addresses of pe-mlw-fraud-prod in ${api} and ${notebooks}.`,
      `Links private DNS zone ${notebooks} to ${own}.`,
    ]);
    expect(notesOf(npip, { services: { zones } })).toContain(
      `1 other network uses ${api}. The names resolve to the same private addresses there, even if they can’t be reached.`,
    );
  });

  test.each([
    ['zones weren’t read', { services: { zonesUnread: true } }],
    ['links of a zone weren’t read', { services: { zones: [`${api} ? -`] } }],
    [
      'a network is linked to two zones of one name',
      { services: { zones: [`${api} ${own} -`, `${api} ${own} -`] } },
    ],
    ['private endpoints weren’t read', { network: { endpoints: null } }],
  ] as const)('has no tested fix if %s', (_why, asked: ServicesCaseSpec) => {
    expect(stepsOf(npip, asked)).toBeUndefined();
  });

  test('has no fix if custom DNS servers that can’t be read would make a passed check unknown', () => {
    expect(stepsOf(npip, { network: { dnsServers: ['10.40.7.9'] } })).toBeUndefined();
  });
});

describe('the subnet of a new private endpoint', () => {
  const homeOf = (
    asked: ServicesCaseSpec,
    change: (subnet: Subnet) => Subnet = (one) => one,
  ): string | undefined => {
    const input = inputOf(asked);
    const found = findFix({ ...input, model: withSubnets(input.model, change) }, [npip]);
    const endpoint = found?.fix.changes.find((one) => one.type === 'endpoint');
    return endpoint?.after?.subnet.split('/').at(-1);
  };

  test('is one that contains private endpoints before any other', () => {
    expect(homeOf({ network: { sharedWith: ['snet-a'], endpoints: ['pe-x vault 10.40.7.4'] } })).toBe(
      'snet-endpoints',
    );
    expect(homeOf({ network: { sharedWith: ['snet-a'] } })).toBe('snet-a');
  });

  test.each([
    ['delegated', (one: Subnet) => ({ ...one, delegations: known(['Microsoft.Web/serverFarms']) })],
    ['full', (one: Subnet) => ({ ...one, addressesInUse: known(9) })],
    ['Azure’s own', (one: Subnet) => ({ ...one, name: 'GatewaySubnet' })],
  ])('isn’t one that is %s: the compute’s own is used', (_how, spoil) => {
    expect(homeOf({}, (one) => (one.name === 'snet-endpoints' ? spoil(one) : one))).toBe('snet-training');
  });

  test('is the compute’s own only if the nodes leave room', () => {
    const full = (one: Subnet): Subnet =>
      one.name === 'snet-endpoints' ? { ...one, addressesInUse: known(11) } : one;
    expect(homeOf({ plan: { maxNodes: known(56) } }, full)).toBe('snet-training');
    expect(homeOf({ plan: { maxNodes: known(57) } }, full)).toBeUndefined();
  });

  test('is the one of two whose rules and routes don’t apply to private endpoints', () => {
    const policies = (one: Subnet): Subnet =>
      one.name === 'snet-a' ? { ...one, privateEndpointNetworkPolicies: known('Enabled') } : one;
    expect(homeOf({ network: { sharedWith: ['snet-a', 'snet-b'] } }, policies)).not.toBe('snet-a');
  });
});

describe('Readiness states why there is no fix', () => {
  const refusedOf = (
    id: string,
    asked: ServicesCaseSpec,
    change: (model: NetworkModel) => NetworkModel = (one) => one,
  ) => {
    const input = inputOf(asked);
    const model = change(input.model);
    const checked = checkSubnet(model, input.plan, input.facts);
    const { fixable, refused } = fixabilityOf({ ...input, model }, checked);
    const why = refused.get(id);
    expect(fixable).not.toContain(id);
    return why && sayReason(say, why);
  };

  test('a private endpoint that waits for approval doesn’t count, is named, and isn’t requested again', () => {
    const asked: ServicesCaseSpec = { network: { endpoints: ['pe-ws amlworkspace 10.40.7.4'] } };
    const waiting = (model: NetworkModel): NetworkModel => ({
      ...model,
      privateEndpoints: mapKnown(model.privateEndpoints, (all) =>
        all.map((one) => ({ ...one, notApproved: 'Pending' })),
      ),
    });
    expect(refusedOf(npip, asked, waiting)).toBe(
      'Private endpoint pe-ws isn’t approved. Ask the owner of mlw-fraud-prod to approve the connection.',
    );
    const input = inputOf(asked);
    const checked = checkSubnet(waiting(input.model), input.plan, input.facts);
    expect(resultLine(checked.find((one) => one.requirement === npip))).toBe(
      'error failed check.endpoint.waiting',
    );
    const reached = endpointsInReach(waiting(input.model), placeOf(input.model), ['amlworkspace']);
    expect(reached).toEqual({ found: [] });
  });

  test('a registry with a lower SKU', () => {
    expect(refusedOf(npip, { services: { registry: { sku: 'Basic' } } })).toBe(
      'Registry crfraudprod has the Basic tier, but Azure ML requires Premium with private endpoints. Ask its owner to upgrade it.',
    );
  });

  test('no address', () => {
    const full = (model: NetworkModel): NetworkModel =>
      withSubnets(model, (one) => ({ ...one, addressesInUse: known(57) }));
    expect(refusedOf(npip, {}, full)).toBe(
      'Private endpoints don’t fit in vnet-ml-prod-weu: each subnet is delegated or doesn’t have enough free addresses. Add a subnet.',
    );
  });

  test('DNS servers that can’t be read', () => {
    expect(refusedOf(npip, { network: { dnsServers: ['10.40.7.9'] } })).toBe(
      'The DNS servers 10.40.7.9 resolve names, and their answers can’t be checked. Ask your network team to create the private endpoint.',
    );
  });
});

describe('storage, key vault, and registry without other access', () => {
  const closed = { access: 'disabled' } as const;
  const storage = 'storage-private-endpoint-subresources';

  // secure-workspace, 2024-07-08: both blob and file are needed.
  test('storage gets both private endpoints that it needs', () => {
    expect(stepsOf(storage, { services: { storage: closed } })).toEqual([
      `Creates private DNS zone ${blob}.`,
      'Creates private endpoint pe-storage-blob for storage (blob) in snet-endpoints.',
      `Registers the addresses of pe-storage-blob in ${blob}.`,
      `Links private DNS zone ${blob} to ${own}.`,
      `Creates private DNS zone ${file}.`,
      'Creates private endpoint pe-storage-file for storage (file) in snet-endpoints.',
      `Registers the addresses of pe-storage-file in ${file}.`,
      `Links private DNS zone ${file} to ${own}.`,
    ]);
  });

  test('storage with blob only gets file', () => {
    const zones = [`${blob} ${own} 10.40.7.4`];
    const network: NetworkSpec = { endpoints: ['pe-blob blob 10.40.7.4'] };
    expect(stepsOf(storage, { network, services: { storage: closed, zones } })).toEqual([
      `Creates private DNS zone ${file}.`,
      'Creates private endpoint pe-storage-file for storage (file) in snet-endpoints.',
      `Registers the addresses of pe-storage-file in ${file}.`,
      `Links private DNS zone ${file} to ${own}.`,
    ]);
  });

  test('a key vault and a premium registry get theirs', () => {
    expect(stepsOf('keyvault-network', { services: { keyVault: closed } })?.[1]).toBe(
      'Creates private endpoint pe-vault-vault for vault (vault) in snet-endpoints.',
    );
    expect(stepsOf('acr-network-placement', { services: { registry: closed } })?.[1]).toBe(
      'Creates private endpoint pe-registry-registry for registry (registry) in snet-endpoints.',
    );
  });

  // acr-premium: lower SKUs don't support private endpoints (secure-workspace, 2024-07-08).
  test('a registry with a lower SKU has no fix', () => {
    const services: ServicesSpec = { registry: { ...closed, sku: 'Standard' } };
    expect(stepsOf('acr-network-placement', { services })).toBeUndefined();
  });

  test('a registry with a lower SKU is the reason for its missing fix, and not for the key vault’s', () => {
    const registry = { ...closed, sku: 'Standard' };
    const services: ServicesSpec = { registry, keyVault: closed };
    const input = inputOf({ services: { ...services, zonesUnread: true } });
    const { refused } = fixabilityOf(input, checkSubnet(input.model, input.plan, input.facts));
    expect(refused.get('acr-network-placement')?.key).toBe('fix.limit.premium');
    expect(refused.get('keyvault-network')).toBeUndefined();
  });

  test('a zone with the address of another private endpoint of the account isn’t used, since Azure would overwrite it', () => {
    const zones = [`${blob} ${own} other=10.99.0.4`];
    const input = inputOf({ services: { storage: closed, zones } });
    const [zone] = input.facts.services.zones.found;
    const named = { ...zone!, records: known([{ name: 'storage', addresses: ['10.99.0.4'] }]) };
    const services = { ...input.facts.services, zones: { found: [named] } };
    expect(findFix({ ...input, facts: { ...input.facts, services } }, [storage])).toBeUndefined();
    expect(findFix(input, [storage])?.fix.changes.map(line)[0]).toContain('pe-storage-blob');
  });

  test('a note states what custom DNS servers need', () => {
    const asked: ServicesCaseSpec = {
      network: { dnsServers: ['10.200.0.4'] },
      plan: { privateLink: true },
      services: { keyVault: closed },
    };
    expect(stepsOf('keyvault-network', asked)).toEqual([
      'Creates private endpoint pe-vault-vault for vault (vault) in snet-endpoints.',
    ]);
    expect(notesOf('keyvault-network', asked)).toContain(
      'The DNS servers 10.200.0.4 must forward privatelink.vaultcore.azure.net to 168.63.129.16 from a network linked to these zones. Alternatively, add the addresses of the private endpoint to the DNS servers.',
    );
  });
});

describe('an existing private endpoint without DNS records', () => {
  const inputWith = (withoutGroup: boolean) => {
    const network: NetworkSpec = { endpoints: ['pe-ws amlworkspace 10.40.7.4'] };
    const input = inputOf({ network, plan: { privateLink: true } });
    const ids = input.model.privateEndpoints.known
      ? input.model.privateEndpoints.value.map(({ id }) => id)
      : [];
    const { zones } = input.facts.services;
    const services = {
      ...input.facts.services,
      zones: { ...zones, ...(withoutGroup ? { withoutGroup: ids } : {}) },
    };
    return { ...input, facts: { ...input.facts, services } };
  };

  // private-link, 2025-05-22: bind both zones through a DNS zone group on the endpoint.
  test('gets a zone group with both zones, and their links', () => {
    const input = inputWith(true);
    const found = findFix(input, ['dns-zones-linked']);
    expect(found?.fix.changes.map(line)).toEqual([
      `Creates private DNS zone ${api}.`,
      `Creates private DNS zone ${notebooks}.`,
      `Registers the addresses of pe-ws in ${api} and ${notebooks}.`,
      `Links private DNS zone ${api} to ${own}.`,
      `Links private DNS zone ${notebooks} to ${own}.`,
    ]);
    const changes = found?.fix.changes ?? [];
    const back = undoOf(changes);
    expect(jsonStepsOf({ changes: back }).map(({ do: verb }) => verb)).toEqual([
      'unlink',
      'unlink',
      'deregister',
      'removeZone',
      'removeZone',
    ]);
    expect(afterFix(afterFix(input, changes), back)).toEqual(input);
  });

  test('is left alone if it may have an unread zone group, since an endpoint has only one', () => {
    expect(findFix(inputWith(false), ['dns-zones-linked'])).toBeUndefined();
  });
});

test.each([
  ['new zones', {}],
  ['existing zones', { services: { zones: [`${api} vnet-hub -`, `${notebooks} ${own} -`] } }],
] as const)('undo reverts exactly the changes: %s', (_with, asked: ServicesCaseSpec) => {
  const input = inputOf(asked);
  const changes = fixOf(npip, asked)?.fix.changes ?? [];
  expect(changes.length).toBeGreaterThan(0);
  const there = afterFix(input, changes);
  expect(there).not.toEqual(input);
  expect(afterFix(there, undoOf(changes))).toEqual(input);
});
