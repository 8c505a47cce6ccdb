import { describe, expect, it } from 'vitest';
import { checkRecords, serviceNames, workspaceNames } from '../../../src/checks/settings/zone-records';
import { known, unknown } from '../../../src/core/known';
import type { PrivateEndpoint } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import type { DataService, PrivateZone } from '../../../src/core/services/services';

const network = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network';
const endpoint: PrivateEndpoint = {
  id: `${network}/privateEndpoints/pe`,
  name: 'pe',
  subnetId: `${network}/virtualNetworks/v/subnets/s`,
  targetId: '/subscriptions/s/resourceGroups/g/providers/x/y/z',
  groups: [],
  // It was just created, and hasn't been read yet.
  addresses: unknown(reason('unknown.notRead', { name: 'pe' })),
};

function zoneOf(name: string, records: Readonly<Record<string, string>>, isKept: boolean): PrivateZone {
  return {
    id: `${network}/privateDnsZones/${name}`,
    name,
    linkedNetworks: known([]),
    records: known(
      Object.entries(records).map(([record, address]) => ({ name: record, addresses: [address] })),
    ),
    ...(isKept ? { keptFor: [endpoint.id] } : {}),
  };
}

/** A bank's zone can serve all its workspaces: every endpoint's zone group writes its own names there. */
describe('a zone that contains records of other services', () => {
  const api = 'privatelink.api.azureml.ms';
  const others = {
    'f00d.workspace.westeurope': '10.9.0.4',
    'f00d.workspace.westeurope.cert': '10.9.0.4',
  };
  const blob = 'privatelink.blob.core.windows.net';
  const account = { name: 'stml' } as DataService;

  it('resolves a workspace whose zone group maintains it, whatever other records it has', () => {
    const needed = workspaceNames(api, [endpoint]);
    expect(checkRecords(zoneOf(api, others, true), needed).outcome.is).toBe('passed');
    expect(checkRecords(zoneOf(api, others, false), needed).outcome.is).toBe('unknown');
    expect(checkRecords(zoneOf(api, {}, false), needed).outcome.is).toBe('failed');
  });

  it('resolves an account whose zone group maintains it, unless its own record was changed', () => {
    const needed = serviceNames(account, [{ ...endpoint, addresses: known(['10.40.7.5']) }]);
    expect(checkRecords(zoneOf(blob, { other: '10.9.0.5' }, true), needed).outcome.is).toBe('passed');
    expect(checkRecords(zoneOf(blob, { stml: '10.9.0.5' }, true), needed).outcome.is).toBe('failed');
    expect(checkRecords(zoneOf(blob, { stml: '10.40.7.5' }, false), needed).outcome.is).toBe('passed');
  });
});
