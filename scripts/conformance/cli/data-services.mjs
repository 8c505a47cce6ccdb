// Storage account, key vault, and registry: reads them, changes their network rules, and reads them back, with the
// CLI's own commands.
import assert from 'node:assert/strict';
import { done, pathInGroup, names, refusedByAzure } from './session.mjs';

const at = (/** @type {string} */ name) => ['--name', name, '--resource-group', 'rg-ml-prod'];
const network = '/providers/Microsoft.Network/virtualNetworks';

/** @type {import('./session.mjs').Cases} */
export const dataServices = {
  'az storage account allows a subnet': async (session) => {
    const { az } = session;
    const account = ['storage', 'account'];
    assert.ok(names(await done(az(...account, 'list'))).includes('stfraudprod'));
    const rule = ['--account-name', 'stfraudprod', '--resource-group', 'rg-ml-prod'];
    const subnet = pathInGroup(session, `${network}/vnet-cli/subnets/snet-train`);
    await done(az(...account, 'network-rule', 'add', ...rule, '--subnet', subnet));
    const held = await done(az(...account, 'network-rule', 'list', ...rule));
    assert.deepEqual(held.virtualNetworkRules, [
      { action: 'Allow', state: 'Succeeded', virtualNetworkResourceId: subnet },
    ]);
    const other = pathInGroup(session, `${network}/vnet-ml-dev-weu/subnets/snet-dev-open`, 'rg-network-dev');
    const without = az(...account, 'network-rule', 'add', ...rule, '--subnet', other);
    await refusedByAzure(without, /SubnetsHaveNoServiceEndpointsConfigured/);
    await done(az(...account, 'network-rule', 'remove', ...rule, '--subnet', subnet));
    const shown = await done(az(...account, 'show', ...at('stfraudprod')));
    assert.deepEqual(shown.networkRuleSet.virtualNetworkRules, []);
    assert.equal(shown.primaryEndpoints.blob, 'https://stfraudprod.blob.core.windows.net/');
  },
  'az keyvault denies all access, and allows an address': async ({ az }) => {
    assert.ok(names(await done(az('keyvault', 'list'))).includes('kv-fraudprod'));
    await done(az('keyvault', 'update', ...at('kv-fraudprod'), '--default-action', 'Deny'));
    await done(
      az('keyvault', 'network-rule', 'add', ...at('kv-fraudprod'), '--ip-address', '203.0.113.7/32'),
    );
    const { properties } = await done(az('keyvault', 'show', ...at('kv-fraudprod')));
    assert.deepEqual(properties.networkAcls.ipRules, [{ value: '203.0.113.7/32' }]);
    assert.deepEqual(
      [properties.vaultUri, properties.networkAcls.defaultAction],
      ['https://kv-fraudprod.vault.azure.net/', 'Deny'],
    );
  },
  'az acr allows an address, and disables public access': async ({ az }) => {
    assert.ok(names(await done(az('acr', 'list'))).includes('crfraudprod'));
    const added = az('acr', 'network-rule', 'add', ...at('crfraudprod'), '--ip-address', '203.0.113.7');
    await done(added);
    await done(az('acr', 'update', ...at('crfraudprod'), '--public-network-enabled', 'false'));
    const shown = await done(az('acr', 'show', ...at('crfraudprod')));
    assert.deepEqual(shown.networkRuleSet.ipRules, [{ action: 'Allow', ipAddressOrRange: '203.0.113.7' }]);
    assert.equal(shown.publicNetworkAccess, 'Disabled');
  },
  'az identity lists identities': async ({ az }) => {
    const found = await done(az('identity', 'list', '--resource-group', 'rg-ml-prod'));
    assert.ok(names(found).includes('id-fraud-train'));
    assert.match(found[0].principalId, /^[0-9a-f-]{36}$/);
  },
};
