import { describe, expect, test } from 'vitest';
import { sampleNetworkId, sampleGroupId } from '../../../../src/sandbox/sample/names';
import { pickSubnet, pickWorkspace, openWizardAt, openWizard, type OpenWizard } from './open-wizard';

const cover = { workspace: 'mlw-underwriting', network: 'vnet-underwriting-weu', subnet: 'snet-train-cover' };
const rates = { workspace: 'mlw-actuary', network: 'vnet-actuary-weu', subnet: 'snet-train-rates' };

/** “error keyvault-network: Failed: …” of Readiness's last two groups. */
function shownTexts(w: OpenWizard): string[] {
  const groups = (w.page.readiness?.groups ?? []).filter(({ id }) => id === 'services' || id === 'names');
  return groups.flatMap((group) =>
    group.rows.map(({ counts, id, word, rest }) => `${counts} ${id}: ${word} ${rest}`.trimEnd()),
  );
}

/** Requests for anything of a workspace's services. */
function calls({ sample }: OpenWizard): readonly string[] {
  return sample.traffic
    .map(({ path }) => path)
    .filter((path) =>
      /privateDnsZones|storageAccounts|vaults|registries|networkSecurityPerimeters/i.test(path),
    );
}

describe('the services of the chosen workspace', () => {
  test('of a private workspace: problems of its storage, key vault, registry, and zones', async () => {
    const w = await openWizardAt(cover);
    const lines = shownTexts(w);
    expect(lines).toContain(
      'error dns-zones-linked: Failed: privatelink.notebooks.azure.net isn’t linked to vnet-underwriting-weu',
    );
    expect(lines).toContain(
      'error storage-private-endpoint-subresources: Failed: this subnet doesn’t reach a private endpoint for file of stcover',
    );
    expect(lines).toContain(
      'error keyvault-network: Failed: kv-cover has network rules for other subnets, but not for snet-train-cover',
    );
    expect(lines).toContain('warning acr-premium: Failed: crcover is in the Basic tier');
    await w.call.chooseKind({ kind: 'instance' });
    await w.until('instance', () =>
      shownTexts(w).some((line) => line.includes('storage-shared-key-enabled')),
    );
    expect(shownTexts(w)).toContain(
      'error storage-shared-key-enabled: Failed: stcover doesn’t allow shared keys',
    );
  });

  test('an enforced perimeter, and names that another network’s server resolves', async () => {
    const w = await openWizardAt(rates);
    const lines = shownTexts(w);
    expect(lines).toContain(
      'error keyvault-network: Failed: perimeter nsp-insurance refuses all access to kv-rates from outside',
    );
    expect(lines).toContain(
      'unknown dns-custom-server-forwarders: Unknown: whether DNS server 10.84.2.10 forwards private names to 168.63.129.16 isn’t visible from outside. Test name resolution from the subnet.',
    );
  });

  test('are read for the selected subnet and never for a list, once per network', async () => {
    const w = openWizard();
    await w.until('networks', (p) => p.networks?.state.is === 'ready');
    expect(calls(w)).toEqual([]);
    await pickWorkspace(w, 'mlw-fraud-prod');
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-train-gpu');
    const first = calls(w).length;
    expect(first).toBeGreaterThan(0);
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-training');
    expect(calls(w)).toHaveLength(first);
    await pickSubnet(w, 'vnet-spoke-fraud-weu', 'snet-train-spoke');
    await w.until('read again', () => calls(w).length > first);
  });

  test('that can’t be read are unknown, never passed', async () => {
    const w = openWizard();
    const vault = `${sampleGroupId('rg-ml-prod')}/providers/Microsoft.KeyVault/vaults/kv-fraudprod`;
    w.sample.access.deny({ scope: vault, verbs: ['read'] });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-train-gpu');
    expect(shownTexts(w)).toContain(
      'unknown keyvault-network: Unknown: you don’t have permission to read kv-fraudprod. Required role: Reader on rg-ml-prod.',
    );
  });

  test('a new DNS zone link is found when Readiness is refreshed', async () => {
    const w = await openWizardAt(cover);
    const zone = `${sampleGroupId('rg-network-prod')}/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net`;
    const isWritten = w.sample.writeByOther({
      method: 'PUT',
      path: `${zone}/virtualNetworkLinks/link-cover`,
      body: {
        location: 'global',
        properties: {
          virtualNetwork: { id: sampleNetworkId('rg-underwriting', 'virtualNetworks', cover.network) },
          registrationEnabled: false,
        },
      },
    });
    expect(isWritten).toBe(true);
    await w.call.refresh({});
    await w.until('linked', () => shownTexts(w).some((line) => line.startsWith('passed dns-zones-linked')));
  });
});
