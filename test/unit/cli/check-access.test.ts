import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { resolveName } from '../../../src/azure/resolve-name';
import { accessReportSchema } from '../../../src/contract/access-report';
import type { NameAnswer } from '../../../src/core/client-access';
import { ran } from './ran';

const files = 'check-access rest-page.json endpoints-list.json';

const instance = {
  id: '/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod/computes/ci-anna',
  name: 'ci-anna',
  type: 'Microsoft.MachineLearningServices/workspaces/computes',
  location: 'westeurope',
  properties: { computeType: 'ComputeInstance', properties: {} },
};

const alone = {
  id: instance.id.slice(0, instance.id.indexOf('/computes')),
  name: 'mlw-fraud-prod',
  type: 'Microsoft.MachineLearningServices/workspaces',
  properties: { workspaceId: 'd739cb14-9c77-9cd6-d852-702a8c6f90b4' },
};

function answers(address: string): (host: string) => NameAnswer {
  return () => ({ is: 'addresses', addresses: [address] });
}

describe('check-access', () => {
  test('resolves the names of the workspace, its storage, and an instance', async () => {
    const asked: string[] = [];
    const resolve = (host: string): NameAnswer => (asked.push(host), { is: 'none' });
    const { code } = await ran(
      `${files} instance.json`,
      { 'instance.json': JSON.stringify(instance) },
      { resolve },
    );
    expect(code).toBe(1);
    expect(asked).toEqual([
      'd739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.api.azureml.ms',
      'd739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.cert.api.azureml.ms',
      'stfraudprod.blob.core.windows.net',
      'stfraudprod.file.core.windows.net',
      'ci-anna.westeurope.instances.azureml.ms',
    ]);
  });

  test('reports a public address with the endpoint, and what to do', async () => {
    const { code, out, error } = await ran(files, {}, { resolve: answers('20.86.88.161') });
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(out).toContain(`Access to mlw-fraud-prod from this computer
  d739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.api.azureml.ms (Workspace mlw-fraud-prod): 20.86.88.161
    Public address instead of the private endpoint 10.40.7.4, 10.40.7.5, 10.40.7.6
`);
    expect(out).toContain('0 names lead to a private endpoint, 2 don’t, 2 couldn’t be compared.');
    expect(out).toContain(
      '  10.40.7.4 d739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.api.azureml.ms\n',
    );
  });

  test('exits with 0 if names resolve to private endpoints', async () => {
    const { code, out } = await ran(files, {}, { resolve: answers('10.40.7.4') });
    expect(code).toBe(0);
    expect(out).toContain('2 names lead to a private endpoint, 0 don’t, 2 couldn’t be compared.');
    expect(out).not.toContain('hosts file');
  });

  test('exits with 1 without endpoints, because nothing was compared', async () => {
    const workspace = { ...instance, ...alone };
    const { code, out } = await ran(
      'check-access workspace.json',
      { 'workspace.json': JSON.stringify(workspace) },
      { resolve: answers('10.40.7.4') },
    );
    expect(code).toBe(1);
    expect(out).toContain('0 names lead to a private endpoint, 0 don’t, 2 couldn’t be compared.');
  });

  test('fails if files don’t contain a workspace or don’t exist', async () => {
    expect(await ran('check-access vnet-show.json')).toMatchObject({
      code: 2,
      error: 'The files don’t contain a workspace. Add the output of az resource show for it.\n',
    });
    expect((await ran('check-access nowhere.json')).code).toBe(3);
    expect((await ran('check-access')).code).toBe(2);
    expect((await ran(`${files} --subnet x`)).error).toContain('--subnet');
  });

  test('prints French', async () => {
    const { out } = await ran(files, {}, { language: 'fr', resolve: answers('20.86.88.161') });
    expect(out).toContain('Accès à mlw-fraud-prod depuis cet ordinateur');
  });
});

describe('check-access --format json', () => {
  /** After an intended change, `npx vitest run test/unit/cli/check-access -u` writes the file again. */
  test('is described by docs/access-report.schema.json', async () => {
    const schema = toJsonSchema(accessReportSchema, { target: 'draft-2020-12' });
    const text = `${JSON.stringify({ $id: 'access-report.schema.json', ...schema }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../docs/access-report.schema.json');
  });

  const json = async (resolve: (host: string) => NameAnswer) => {
    const { code, out, error } = await ran(`${files} --format json`, {}, { resolve });
    expect(error).toBe('');
    const report = v.parse(accessReportSchema, JSON.parse(out));
    expect(code).toBe(report.ok ? 0 : 1);
    return report;
  };

  test('has each name with its answer, and the lines for a hosts file', async () => {
    const { workspaces, ok } = await json(answers('20.86.88.161'));
    expect(ok).toBe(false);
    const host = 'd739cb14-9c77-9cd6-d852-702a8c6f90b4.workspace.westeurope.api.azureml.ms';
    expect(workspaces[0]).toMatchObject({ name: 'mlw-fraud-prod', id: alone.id });
    expect(workspaces[0]?.names[0]).toEqual({
      host,
      of: { key: 'access.of.workspace', text: 'Workspace mlw-fraud-prod' },
      addresses: ['20.86.88.161'],
      result: 'public',
      text: 'Public address instead of the private endpoint 10.40.7.4, 10.40.7.5, 10.40.7.6',
      expected: ['10.40.7.4', '10.40.7.5', '10.40.7.6'],
    });
    expect(workspaces[0]?.names.map(({ result }) => result)).toContain('no-endpoint');
    expect(workspaces[0]?.hostsFile).toContain(`10.40.7.4 ${host}`);
    expect(workspaces[0]?.hostsFile).toHaveLength(2);
  });

  test('reports success, no answer, and no DNS server', async () => {
    expect(await json(answers('10.40.7.4'))).toMatchObject({ ok: true, workspaces: [{ hostsFile: [] }] });
    const none = await json(() => ({ is: 'none' }));
    expect(none.workspaces[0]?.names[0]).toMatchObject({ addresses: [], result: 'none' });
    const failed = await json(() => ({ is: 'failed', code: 'ETIMEOUT' }));
    expect(failed.workspaces[0]?.names[0]?.text).toBe('The DNS server didn’t answer (ETIMEOUT)');
  });

  test('reports files without a workspace like the text format', async () => {
    const { code, out, error } = await ran('check-access vnet-show.json --format json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('don’t contain a workspace');
  });
});

test('the resolver of this computer resolves names', async () => {
  const own = await resolveName('localhost');
  expect(own.is === 'addresses' && own.addresses.every((one) => ['127.0.0.1', '::1'].includes(one))).toBe(
    true,
  );
  // Reserved name that servers must not resolve (RFC 6761).
  expect((await resolveName('nobody.invalid')).is).not.toBe('addresses');
});
