// A cloud from its metadata, a service principal, a resource group.
import assert from 'node:assert/strict';
import { done, cliResourceGroup, names } from './session.mjs';

/** The metadata that this command reads doesn't contain the suffixes that `az keyvault` and `az acr` need. */
const suffixes = [
  '--suffix-keyvault-dns',
  '.vault.azure.net',
  '--suffix-acr-login-server-endpoint',
  '.azurecr.io',
];

/** @type {import('./session.mjs').Cases} */
export const signingIn = {
  'a cloud is registered from its metadata': async ({ az, origin }) => {
    const endpoint = ['--endpoint-resource-manager', origin];
    await done(az('cloud', 'register', '--name', 'embedded', ...endpoint, ...suffixes));
    await done(az('cloud', 'set', '--name', 'embedded'));
    assert.equal((await done(az('cloud', 'show'))).endpoints.activeDirectory, `${origin}/adfs`);
  },
  'a service principal signs in': async ({ az, subscription, tenant }) => {
    const who = ['--username', '00000000-0000-4000-8000-000000000001', '--password', 'any'];
    const [found] = await done(az('login', '--service-principal', ...who, '--tenant', tenant));
    assert.deepEqual([found.id, found.user.type], [subscription, 'servicePrincipal']);
    assert.equal((await done(az('account', 'show'))).tenantId, tenant);
  },
  'a resource group is created and listed': async ({ az }) => {
    const made = await done(az('group', 'create', '--name', cliResourceGroup, '--location', 'westeurope'));
    assert.equal(made.properties.provisioningState, 'Succeeded');
    assert.ok(names(await done(az('group', 'list'))).includes(cliResourceGroup));
    assert.equal(await done(az('group', 'exists', '--name', cliResourceGroup)), true);
  },
};
