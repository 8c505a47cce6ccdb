import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { expect, test } from 'vitest';
import { createRecording } from '../../live/recording';

const planted = {
  subscription: 'a1b2c3d4-1111-4222-8333-944445555666',
  tenant: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  bareTenant: '72f988bf86f141af91ab2d7cd011db48',
  email: 'anna.weber@contoso.com',
  token: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJhbm5hIn0.c2lnbmF0dXJl',
  key: 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4==',
  password: 'Contoso-2026!',
  signature: 'sv=2026&sig=abc%2Fdef',
  group: 'rg-contoso-fraud',
  workspace: 'mlw-contoso',
  tag: 'CostCenter4711',
  person: 'Anna Weber',
  address: '10.77.3.0',
  host: 'contosofraud',
  share: 'fraudshare',
} as const;

const id = `/subscriptions/${planted.subscription}/resourceGroups/${planted.group}/providers/Microsoft.MachineLearningServices/workspaces/${planted.workspace}`;
const endpoint = 'https://management.azure.com';

const body = {
  id,
  name: planted.workspace,
  type: 'Microsoft.MachineLearningServices/workspaces',
  location: 'westeurope',
  tags: { [planted.tag]: planted.person, type: planted.group, location: planted.email },
  identity: {
    tenantId: planted.tenant,
    userAssignedIdentities: { [id]: { principalId: planted.bareTenant } },
  },
  sku: { name: 'Basic', tier: 'Basic' },
  systemData: { createdBy: planted.email, createdAt: '2026-11-01T10:00:00.123Z', createdByType: 'User' },
  properties: {
    provisioningState: 'Succeeded',
    state: planted.email,
    status: planted.subscription,
    code: `${planted.person} of ${planted.tenant}`,
    discoveryUrl: `https://${planted.host}.azureml.ms/discovery?${planted.signature}`,
    adminUserPassword: planted.password,
    accessToken: planted.token,
    primaryKey: planted.key,
    message: `Bearer ${planted.token} for ${planted.email}`,
    publicNetworkAccess: 'Disabled',
    outboundRules: { [planted.host]: { type: 'FQDN', destination: `${planted.host}.blob.core.windows.net` } },
    subnet: { addressPrefix: `${planted.address}/24`, destinationPortRange: '443' },
    isEnabled: true,
    count: 3,
    connectivityEndpoints: [{ location: `${planted.host}-ssh.azurehdinsight.net`, port: 22 }],
    mount: `/${planted.share}/data`,
    blob: `https://x.blob.core.windows.net/${planted.share}`,
    phase: { status: `${planted.person} pressed it` },
  },
};

const recorded = (() => {
  const recording = createRecording();
  const headers = createHttpHeaders({ Authorization: `Bearer ${planted.token}`, 'If-Match': planted.key });
  const request = createPipelineRequest({
    url: `${endpoint}${id}/computes/${planted.host}?api-version=2026-03-01&$skiptoken=${planted.token}`,
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  const location = `${endpoint}${id}/operations/${planted.tenant}?api-version=2026-03-01&t=1&c=${planted.key}`;
  const answered = createHttpHeaders({ location, etag: planted.key, 'content-type': 'application/json' });
  recording.record(request, {
    request,
    status: 201,
    headers: answered,
    bodyAsText: JSON.stringify({ value: [body] }),
  });
  return recording.text();
})();

test.each(Object.entries(planted))('the recording doesn’t contain this anymore: %s', (_name, text) => {
  const lower = recorded.toLowerCase();
  for (const part of [text, encodeURIComponent(text), Buffer.from(text).toString('base64')]) {
    expect(lower).not.toContain(part.toLowerCase());
  }
});

test('information for developers stays: methods, types, versions, states, ports, and references', () => {
  const [{ liveRequest, liveResponse }] = JSON.parse(recorded) as [
    { liveRequest: { url: string; body: typeof body }; liveResponse: { body: { value: [typeof body] } } },
  ];
  expect(liveRequest.url).toBe(
    `${endpoint}/subscriptions/name-1/resourceGroups/name-2/providers/Microsoft.MachineLearningServices/workspaces/name-3/computes/name-4?api-version=2026-03-01`,
  );
  const { id: shownId, type, location, sku, systemData, properties } = liveResponse.body.value[0];
  expect(liveRequest.url).toContain(`${shownId}/`);
  expect({ type, location, sku }).toEqual({ type: body.type, location: body.location, sku: body.sku });
  expect(systemData.createdAt).toBe(body.systemData.createdAt);
  expect(properties).toMatchObject({
    provisioningState: 'Succeeded',
    publicNetworkAccess: 'Disabled',
    subnet: { addressPrefix: 'address-1/24', destinationPortRange: '443' },
    isEnabled: true,
    count: 3,
  });
});
