import { expect, test } from 'vitest';
import { ran } from './ran';

const scope = '/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups';
const subnet = `${scope}/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/snet-training`;

const workspace = (settings: object) => ({
  'workspace.json': JSON.stringify({
    id: `${scope}/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`,
    name: 'mlw-fraud-prod',
    location: 'westeurope',
    properties: { publicNetworkAccess: 'Disabled', ...settings },
  }),
});

test('--compute serverless checks a subnet for it', async () => {
  const { out, error } = await ran(
    'check rest-page.json --subnet snet-training --compute serverless --public-ip no --format json',
  );
  expect(error).toBe('');
  const [found] = JSON.parse(out).subnets;
  expect(found.compute).toEqual({ name: null, kind: 'serverless', publicIp: false });
  const ids = found.requirements.map((one: { id: string }) => one.id);
  expect(ids).toContain('outbound-aml-udp-5831');
  expect(ids).not.toContain('outbound-websocket');
});

test('a workspace with a subnet for serverless compute defines it', async () => {
  const files = workspace({
    serverlessComputeSettings: { serverlessComputeCustomSubnet: subnet, serverlessComputeNoPublicIP: true },
  });
  const { out } = await ran('check rest-page.json workspace.json --format json', files);
  expect(JSON.parse(out).subnets.map((one: { compute: object }) => one.compute)).toEqual([
    { name: 'mlw-fraud-prod', kind: 'serverless', publicIp: false },
  ]);
  const { out: text } = await ran('check rest-page.json workspace.json --flows', files);
  expect(text).toContain('vnet-ml-prod-weu/snet-training, for serverless compute of mlw-fraud-prod: ');
  expect(text).toContain('A cluster has up to 4 nodes.');
});

test('serverless compute without a subnet isn’t in a customer network', async () => {
  const files = workspace({ serverlessComputeSettings: { serverlessComputeNoPublicIP: true } });
  const { out } = await ran(
    'check rest-page.json workspace.json --subnet snet-training --format json',
    files,
  );
  expect(JSON.parse(out).subnets[0].compute.kind).toBe('cluster');
});

test('the requirements of December 2020 don’t include serverless compute', async () => {
  expect(await ran('check rest-page.json --compute serverless --profile 2020-12')).toMatchObject({
    code: 2,
    error: 'Serverless compute didn’t exist in December 2020\. Remove --profile 2020-12.\n',
  });
});

test('--help states once what isn’t covered', async () => {
  const { out } = await ran('check --help');
  expect(out.match(/Kubernetes compute and endpoints aren’t covered\./g)).toHaveLength(1);
  expect(out).toContain('--compute cluster|instance|serverless');
});
