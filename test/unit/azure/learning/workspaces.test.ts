import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { reason } from '../../../../src/core/reason';
import { sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { toWorkspace } from '../../../../src/azure/learning/to-workspace';
import { fraud, openCreationSample } from './creating';

const noStop = new AbortController().signal;
const risk = sampleWorkspaceId('rg-ml-risk', 'mlw-risk-prod');

describe('workspaces of the sample', () => {
  test('every page keeps properties that only the newer API version has', async () => {
    const { azure, sample } = openCreationSample({ pageSize: 1 });
    const all = await azure.read.workspaces(sample.subscriptionId, noStop);
    expect(all.map((one) => [one.name, one.hasPrivateEndpoint, one.managedNetwork])).toEqual([
      ['mlw-fraud-prod', known(true), known('disabled')],
      ['mlw-risk-prod', known(false), known('allow-only-approved-outbound')],
      ['mlw-risk-dev', known(false), known('disabled')],
      ['hub-claims-ai', known(false), known('allow-internet-outbound')],
      ['prj-claims-letters', known(false), known('disabled')],
      ['fs-fraud', known(false), known('disabled')],
      ['mlw-underwriting', known(true), known('disabled')],
      ['mlw-actuary', known(false), known('disabled')],
    ]);
    expect(sample.traffic.map((one) => one.status)).toEqual(all.map(() => 200));
  });

  test('reads the properties of a workspace', async () => {
    const { azure, sample } = openCreationSample();
    expect(await azure.read.workspace(fraud, noStop)).toEqual({
      id: fraud,
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      name: 'mlw-fraud-prod',
      subscriptionId: sample.subscriptionId,
      resourceGroup: 'rg-ml-prod',
      location: known('westeurope'),
      hasPrivateEndpoint: known(true),
      managedNetwork: known('disabled'),
      managedNetworkSetUp: expect.objectContaining({ known: false }) as unknown,
      access: { publicAccess: known(false), addressList: known([]) },
      highBusinessImpact: known(false),
      kind: 'workspace',
      hubId: null,
      endpointIds: [sampleNetworkId('rg-ml-prod', 'privateEndpoints', 'pe-mlw-fraud-prod')],
      outboundRules: [],
    });
  });

  test('reads hubs, projects, and feature stores as their kinds', async () => {
    const { azure, sample } = openCreationSample();
    const all = await azure.read.workspaces(sample.subscriptionId, noStop);
    expect(all.slice(2).map((one) => [one.name, one.kind, one.hubId])).toEqual([
      ['mlw-risk-dev', 'workspace', null],
      ['hub-claims-ai', 'hub', null],
      ['prj-claims-letters', 'project', sampleWorkspaceId('rg-ml-ai', 'hub-claims-ai')],
      ['fs-fraud', 'feature-store', null],
      ['mlw-underwriting', 'workspace', null],
      ['mlw-actuary', 'workspace', null],
    ]);
  });

  test.each([
    ['Default', 'workspace'],
    ['HUB', 'hub'],
    ['SomethingNew', 'workspace'],
  ])('kind %s is a %s', (kind, expected) => {
    expect(toWorkspace({ id: fraud, name: 'w', kind, properties: {} }).kind).toBe(expected);
  });

  test('reads outbound rules of a managed virtual network', async () => {
    const { azure } = openCreationSample();
    const workspace = await azure.read.workspace(risk, noStop);
    expect(workspace.managedNetworkSetUp).toEqual(known(true));
    expect(workspace.outboundRules).toEqual([
      { name: 'storage-blob', kind: 'PrivateEndpoint', destination: 'striskprod, blob', state: 'Active' },
      { name: 'storage-file', kind: 'PrivateEndpoint', destination: 'striskprod, file', state: 'Active' },
      { name: 'registry', kind: 'PrivateEndpoint', destination: 'crriskprod, registry', state: 'Active' },
      { name: 'pypi', kind: 'FQDN', destination: 'pypi.org', state: 'Active' },
    ]);
  });

  test('leaves out workspaces that can’t be read, and reports a missing one as not found', async () => {
    const { azure, sample } = openCreationSample();
    sample.access.deny({ scope: risk, verbs: ['read'] });
    const all = await azure.read.workspaces(sample.subscriptionId, noStop);
    expect(all.map((one) => one.name)).toEqual([
      'mlw-fraud-prod',
      'mlw-risk-dev',
      'hub-claims-ai',
      'prj-claims-letters',
      'fs-fraud',
      'mlw-underwriting',
      'mlw-actuary',
    ]);
    await expect(azure.read.workspace(risk, noStop)).rejects.toMatchObject({ code: 'forbidden' });
    const gone = sampleWorkspaceId('rg-ml-risk', 'mlw-gone');
    await expect(azure.read.workspace(gone, noStop)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('lists everything if it is throttled between pages', async () => {
    const { azure, sample } = openCreationSample({ pageSize: 1 });
    let requests = 0;
    sample.faults.next({ match: () => (requests += 1) === 2, status: 429, retryAfter: 0 });
    expect(await azure.read.workspaces(sample.subscriptionId, noStop)).toHaveLength(8);
    expect(sample.traffic.map((one) => one.status)).toEqual([200, 429, ...Array<number>(7).fill(200)]);
  });

  test('stops between pages if canceled', async () => {
    const { azure, sample } = openCreationSample({ pageSize: 1 });
    const stop = new AbortController();
    let requests = 0;
    sample.faults.next({
      match: () => {
        if ((requests += 1) === 2) stop.abort();
        return false;
      },
    });
    await expect(azure.read.workspaces(sample.subscriptionId, stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(requests).toBe(2);
  });
});

describe('bodies', () => {
  const notRead = unknown(reason('unknown.notRead', { name: 'w' }));
  const bodyWith = (properties: Record<string, string | boolean | object>) =>
    toWorkspace({
      id: sampleWorkspaceId('rg', 'w'),
      name: 'w',
      location: 'West Europe',
      properties: JSON.parse(JSON.stringify(properties)) as Record<string, string>,
    });

  test('reads a managed virtual network that isn’t set up yet, and one with a new mode', () => {
    const inactive = bodyWith({
      managedNetwork: { isolationMode: 'AllowInternetOutbound', status: { status: 'Inactive' } },
    });
    expect(inactive.managedNetwork).toEqual(known('allow-internet-outbound'));
    expect(inactive.managedNetworkSetUp).toEqual(known(false));
    expect(
      bodyWith({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }).managedNetworkSetUp,
    ).toEqual(notRead);
    expect(bodyWith({ managedNetwork: { isolationMode: 'Sealed' } }).managedNetwork).toEqual(notRead);
  });

  test('doesn’t count a private endpoint that waits for approval', () => {
    const pending = { properties: { privateLinkServiceConnectionState: { status: 'Pending' } } };
    expect(bodyWith({ privateEndpointConnections: [pending] })).toMatchObject({
      hasPrivateEndpoint: known(false),
      endpointIds: [],
    });
  });

  test('reports missing properties as unknown, except those that Azure omits when they are off', () => {
    expect(bodyWith({})).toMatchObject({
      location: known('westeurope'),
      hasPrivateEndpoint: notRead,
      managedNetwork: known('disabled'),
      highBusinessImpact: known(false),
    });
    expect(bodyWith({ hbiWorkspace: 'perhaps' }).highBusinessImpact).toEqual(notRead);
  });

  test('reads an outbound rule to a service tag, and one of a new kind', () => {
    const destination = { serviceTag: 'AzureMonitor', protocol: 'TCP', portRanges: '443' };
    const outboundRules = {
      monitor: { type: 'ServiceTag', destination, status: 'Inactive' },
      later: { type: 'Tunnel', destination: 'x' },
    };
    expect(bodyWith({ managedNetwork: { isolationMode: 'Disabled', outboundRules } }).outboundRules).toEqual([
      { name: 'monitor', kind: 'ServiceTag', destination: 'AzureMonitor TCP 443', state: 'Inactive' },
    ]);
  });
});
