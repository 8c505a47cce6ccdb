import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { targetId, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import { all, openSampleClients } from './clients';
import { rawClient } from './raw-client';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aml-traffic-'));
  vi.stubEnv('AML_SECURE_COMPUTE_TRAFFIC', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const exchanges = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

test('each exchange is a file, the same exchange once, and no token is in it', async () => {
  const { subscriptions } = openSampleClients();
  await all(subscriptions.subscriptions.list());
  await all(subscriptions.subscriptions.list());
  const [only, ...more] = exchanges();
  expect(more).toEqual([]);
  const { liveRequest, liveResponse } = JSON.parse(only!);
  expect(liveRequest).toMatchObject({ method: 'GET', headers: {} });
  expect(liveRequest.url).toContain('/subscriptions?api-version=');
  expect(liveResponse).toMatchObject({ statusCode: '200', body: { value: [{ state: 'Enabled' }] } });
  expect(only).not.toMatch(/bearer|authorization"/i);
});

test('nothing is written unless it is requested', async () => {
  vi.stubEnv('AML_SECURE_COMPUTE_TRAFFIC', '');
  await all(openSampleClients().subscriptions.subscriptions.list());
  expect(exchanges()).toEqual([]);
});

test('the written files contain no secret', async () => {
  const sample = openSampleClients();
  const secret = 'dapi-nobody-may-keep-this';
  const properties = {
    databricksAccessToken: secret,
    workspaceUrl: 'adb-7731095524681170.10.azuredatabricks.net',
  };
  const resourceId = targetId('rg-databricks', 'Microsoft.Databricks/workspaces', 'adb-trial-weu');
  const body = { location: 'westeurope', properties: { computeType: 'Databricks', resourceId, properties } };
  const path = `${sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod')}/computes/adb?api-version=2025-12-01`;
  expect((await rawClient(sample)(path, 'PUT', JSON.stringify(body))).status).toBe(201);
  const [only = ''] = exchanges();
  expect(only).toContain('databricksAccessToken');
  expect(only).not.toContain(secret);
});
