import { describe, expect, test } from 'vitest';
import type { NameAnswer } from '../../../../src/core/client-access';
import { openTrees, researchName, type OpenTrees } from './open-trees';

/** Real Azure from the trees' view, whose names exist. */
const signedIn = (resolve: (host: string) => NameAnswer): OpenTrees =>
  openTrees({ connect: (own) => Promise.resolve({ ...own, sample: false }), resolve });

async function reportOf(t: OpenTrees): Promise<string> {
  await t.commands.checkAccess(await t.node('compute', researchName, 'mlw-fraud-prod'));
  expect(t.failures).toEqual([]);
  return t.shown.at(-1)?.text ?? '';
}

describe('check access from this computer', () => {
  test('resolves the names of the workspace, its storage, and an instance', async () => {
    const asked: string[] = [];
    await reportOf(signedIn((host) => (asked.push(host), { is: 'none' })));
    expect(asked.map((host) => host.replace(/^[0-9a-f-]{36}/, 'GUID'))).toEqual([
      'GUID.workspace.westeurope.api.azureml.ms',
      'GUID.workspace.westeurope.cert.api.azureml.ms',
      'stfraudprod.blob.core.windows.net',
      'stfraudprod.file.core.windows.net',
      'ci-anna.westeurope.instances.azureml.ms',
    ]);
  });

  test('a public address is reported with the endpoint and the hosts line', async () => {
    const report = await reportOf(signedIn(() => ({ is: 'addresses', addresses: ['20.86.88.161'] })));
    expect(report).toContain('# Access to mlw-fraud-prod from this computer');
    expect(report).toMatch(
      /ci-anna\.westeurope\.instances\.azureml\.ms.*Public address instead of the private endpoint 10\./,
    );
    expect(report).toMatch(/^10\.\d+\.\d+\.\d+ ci-anna\.westeurope\.instances\.azureml\.ms$/m);
    // Its storage doesn't have a private endpoint, so there is nothing to compare and no error.
    expect(report).toMatch(/stfraudprod\.blob.*No private endpoint was found to compare with/);
    expect(report).toContain('**0 names lead to a private endpoint, 3 don’t, 2 couldn’t be compared.**');
  });

  test('an address of the private endpoint passes', async () => {
    const first = await reportOf(signedIn(() => ({ is: 'addresses', addresses: ['20.86.88.161'] })));
    const address = /private endpoint (10\.[\d.]+)/.exec(first)?.[1] ?? '';
    const report = await reportOf(signedIn(() => ({ is: 'addresses', addresses: [address] })));
    expect(report).toContain('**3 names lead to a private endpoint, 0 don’t, 2 couldn’t be compared.**');
    expect(report).not.toContain('hosts file');
  });

  test('isn’t offered for the sample, whose names aren’t in a DNS', async () => {
    const t = openTrees();
    expect((await t.node('compute', researchName, 'mlw-fraud-prod')).can).not.toContain('access');
  });
});
