import { describe, expect, test } from 'vitest';
import { sampleGroupId, sampleNetworkId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { openWizardAt, readinessRowOf, previewEvery, writesIn, type OpenWizard } from './open-wizard';

const place = { workspace: 'mlw-risk-dev', network: 'vnet-ml-dev-weu', subnet: 'snet-dev-open' };
const npip = 'npip-requires-private-endpoint';
const networkGroup = 'rg-network-dev';
const workspace = sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev');
const endpoint = sampleNetworkId(networkGroup, 'privateEndpoints', 'pe-mlw-risk-dev');
const api = `${sampleGroupId('rg-network-prod')}/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms`;

const mayNotApprove = {
  scope: workspace,
  verbs: ['action'],
  type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnectionsApproval',
} as const;

/** The request with which the owner of the workspace approves the connection. */
const approval = {
  method: 'PUT',
  path: `${workspace}/privateEndpointConnections/pe-mlw-risk-dev`,
  body: {
    properties: {
      privateLinkServiceConnectionState: {
        status: 'Approved',
        description: 'Fine.',
        actionsRequired: 'None',
      },
    },
  },
} as const;

/** Returns the preview of a fix for a plan without a public IP, in a workspace without a private endpoint. */
async function openPreview(): Promise<OpenWizard> {
  const w = await openWizardAt(place);
  await w.call.choosePublicIp({ publicIp: false });
  await w.until('not met', ({ readiness }) => readinessRowOf(readiness, npip).word === 'Failed:');
  await previewEvery(w, [npip]);
  return w;
}

const apply = (w: OpenWizard): Promise<boolean> => w.call.applyFix({ preview: w.page.preview?.id ?? '' });
const idsOf = ({ sample }: OpenWizard): readonly string[] =>
  Object.keys(sample.snapshot().resources).map((id) => id.toLowerCase());
const holds = (w: OpenWizard, id: string): boolean => idsOf(w).includes(id.toLowerCase());
const wroteWhat = ({ sample }: OpenWizard): readonly string[] =>
  writesIn([...sample.traffic]).map(
    ({ method, path, status }) => `${method} ${path.split('/').at(-1)} ${status}`,
  );

describe('a workspace without a private endpoint', () => {
  test('gets one, and the plan passes; undo restores Azure’s former state', async () => {
    const w = await openPreview();
    const before = w.sample.snapshot();
    expect(w.page.preview?.apart.map(({ title }) => title)).toEqual([
      'Create private endpoint pe-mlw-risk-dev (billed)',
    ]);
    expect(w.page.preview?.tables[0]?.rows.map(({ cells }) => cells[1]?.text)).toContain('Private endpoint');
    expect(await apply(w)).toBe(true);
    expect(w.page.preview?.outcome).toMatch(/^Applied at .*The results match the preview\.$/);
    expect(readinessRowOf(w.page.readiness, npip).word).toBe('Passed:');
    expect(readinessRowOf(w.page.readiness, 'dns-zones-linked').word).toBe('Passed:');
    expect(readinessRowOf(w.page.readiness, 'cluster-cross-region-connectivity').word).toBe('Passed:');
    const records = idsOf(w).filter((id) => id.startsWith(`${api}/a/`.toLowerCase()));
    expect(records.some((id) => id.includes('.workspace.westeurope'))).toBe(true);

    await w.call.undoFix({ preview: w.page.preview?.id ?? '' });
    await w.until('undo', ({ preview }) => preview?.state === 'preview');
    expect(await apply(w)).toBe(true);
    expect(w.sample.snapshot()).toEqual(before);
    await w.until('again', ({ readiness }) => readinessRowOf(readiness, npip).word === 'Failed:');
  });

  test('without permission to approve, the page names the owner to ask and continues after the approval', async () => {
    const w = await openPreview();
    w.sample.access.deny(mayNotApprove);
    expect(await apply(w)).toBe(false);
    expect(w.page.preview?.outcome).toBe(
      'pe-mlw-risk-dev is created. The fix takes effect after the owner of mlw-risk-dev approves the connection. After approval, continue.',
    );
    expect(wroteWhat(w)).toEqual(['PUT pe-mlw-risk-dev 403', 'PUT pe-mlw-risk-dev 201']);
    await w.until('waiting', ({ readiness }) =>
      readinessRowOf(readiness, npip).rest.includes('waits for approval'),
    );

    await w.call.continueFix({ preview: w.page.preview?.id ?? '' });
    expect(w.page.preview?.state).toBe('refused');
    expect(holds(w, `${endpoint}/privateDnsZoneGroups/default`)).toBe(false);

    expect(w.sample.writeByOther(approval)).toBe(true);
    await w.call.continueFix({ preview: w.page.preview?.id ?? '' });
    expect(w.page.preview?.state).toBe('applied');
    expect(readinessRowOf(w.page.readiness, npip).word).toBe('Passed:');
  });

  test('a later approval is found when Readiness is refreshed', async () => {
    const w = await openPreview();
    w.sample.access.deny(mayNotApprove);
    expect(await apply(w)).toBe(false);
    await w.call.closeFix({});
    expect(w.sample.writeByOther(approval)).toBe(true);
    await w.call.refresh({});
    await w.until('passed', ({ readiness }) => readinessRowOf(readiness, npip).word.startsWith('Passed'));
    // Names don't resolve to the endpoint yet: the zones don't have its addresses, and Readiness shows it.
    const zones = 'dns-zones-linked';
    await w.until('names', ({ readiness }) => readinessRowOf(readiness, zones).fix !== null);
    expect(readinessRowOf(w.page.readiness, zones).word).toBe('Failed:');
    await previewEvery(w, [zones]);
    expect(await apply(w)).toBe(true);
    expect(readinessRowOf(w.page.readiness, zones).word).toBe('Passed:');
    expect(holds(w, `${endpoint}/privateDnsZoneGroups/default`)).toBe(true);
    await w.call.undoFix({ preview: w.page.preview?.id ?? '' });
    await w.until('undo', ({ preview }) => preview?.state === 'preview');
    expect(await apply(w)).toBe(true);
    expect(holds(w, `${endpoint}/privateDnsZoneGroups/default`)).toBe(false);
  });

  test('a failure to create the endpoint is reported with its name', async () => {
    const w = await openPreview();
    w.sample.faults.next({ kind: 'operation', method: 'PUT', match: '/privateEndpoints/pe-mlw-risk-dev' });
    expect(await apply(w)).toBe(false);
    expect(w.page.preview?.state).toBe('refused');
    expect(w.page.preview?.outcome).toContain('pe-mlw-risk-dev');
  });

  test('if the response is lost, the state in Azure decides', async () => {
    const w = await openPreview();
    w.sample.faults.next({ kind: 'lost', method: 'PUT', match: '/privateEndpoints/pe-mlw-risk-dev' });
    expect(await apply(w)).toBe(true);
    expect(readinessRowOf(w.page.readiness, npip).word).toBe('Passed:');
  });

  test('a missing permission to create it is reported, and nothing was created', async () => {
    const w = await openPreview();
    w.sample.access.deny({ scope: sampleGroupId(networkGroup), verbs: ['write'] });
    expect(await apply(w)).toBe(false);
    expect(w.page.preview?.outcome).toContain('You don’t have permission to change pe-mlw-risk-dev');
    expect(holds(w, endpoint)).toBe(false);
  });

  test('a resource that took the name meanwhile isn’t changed', async () => {
    const w = await openPreview();
    const body = {
      location: 'westeurope',
      properties: {
        subnet: {
          id: sampleNetworkId(networkGroup, 'virtualNetworks', `${place.network}/subnets/snet-dev-tools`),
        },
        privateLinkServiceConnections: [
          { name: 'other', properties: { privateLinkServiceId: workspace, groupIds: ['amlworkspace'] } },
        ],
      },
    };
    expect(w.sample.writeByOther({ method: 'PUT', path: endpoint, body })).toBe(true);
    expect(await apply(w)).toBe(false);
    expect(w.page.preview?.outcome).toBe('pe-mlw-risk-dev already exists and wasn’t overwritten.');
  });
});
