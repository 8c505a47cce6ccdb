import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { connectSignedIn } from '../../src/cli/sign-in/connect-signed-in';
import { UnreadableFile } from '../../src/cli/resources/read-resources';
import { startEveryHost, type EveryHost } from '../support/every-host';
import { installAz, type FakeAz } from '../support/fake-az';
import { tokenOf } from '../support/token-endpoint';
import { planned } from '../unit/azure/learning/creating';
import { ranCreate, signedIn } from '../unit/cli/signed-in';

const token = tokenOf({ upn: 'anna@contoso.com' });
let net: EveryHost;
let az: FakeAz;
beforeAll(async () => {
  net = await startEveryHost();
});
afterAll(() => net.close());
beforeEach(() => {
  az = installAz(token);
  net.arrived.length = 0;
});
afterEach(() => az.remove());

describe('sign-in in the terminal', () => {
  it('doesn’t put the token into output or arguments', async () => {
    await connectSignedIn({ values: {} });
    expect(az.calls()).toEqual([
      'account get-access-token --output json --resource https://management.azure.com',
    ]);
    const { credential } = signedIn().sample;
    for (const line of ['--what-if', '--yes --format json', '--yes']) {
      const azure = signedIn({}, { credential: { ...credential, getToken: () => credential.getToken() } });
      azure.sample.faults.next({ match: /computes\/cpu-new$/, method: 'PUT', status: 403, message: 'No.' });
      const { out, error } = await ranCreate(planned(), line, azure);
      expect(out + error).not.toContain((await credential.getToken()).token);
    }
  });

  it('passes a tenant to Azure CLI unchanged', async () => {
    await connectSignedIn({ values: { tenant: 'contoso.com' } });
    expect(az.calls().join()).toContain('--tenant contoso.com');
  });

  it('doesn’t request a token for a sign-in host that isn’t allowed', async () => {
    const endpoint = 'https://management.contoso.example';
    net.answer(({ host, path }) =>
      host === 'management.contoso.example' && path.startsWith('/metadata/endpoints')
        ? { body: { authentication: { loginEndpoint: 'https://login.contoso.example', audiences: [] } } }
        : undefined,
    );
    for (const signInHost of ['contoso.example', 'login.microsoftonline.com']) {
      const refused = connectSignedIn({ values: { endpoint, signInHost } }, net.httpClient);
      await expect(refused).rejects.toBeInstanceOf(UnreadableFile);
    }
    expect(az.calls()).toEqual([]);
    await connectSignedIn({ values: { endpoint, signInHost: 'login.contoso.example' } }, net.httpClient);
    expect(az.calls()).toEqual([`account get-access-token --output json --resource ${endpoint}`]);
  });
});
