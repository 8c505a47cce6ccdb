import { describe, expect, test } from 'vitest';
import { decodeStoredPlan } from '../../../../src/contract/wizard/stored-choices';
import { statedServices } from '../../../../src/core/plan';
import { sampleGroupId } from '../../../../src/sandbox/sample/names';
import {
  pickWorkspace,
  detailOf,
  healthy,
  openWizardInOneGroup,
  readinessRowOf,
  type OpenWizardOptions,
  type OpenWizard,
} from './open-wizard';

const providers = `${sampleGroupId('rg-ml-prod')}/providers`;
const storage = `${providers}/Microsoft.Storage/storageAccounts/stfraudprod`;
const vault = `${providers}/Microsoft.KeyVault/vaults/kv-fraudprod`;
const registry = `${providers}/Microsoft.ContainerRegistry/registries/crfraudprod`;
const workspaces = 'Microsoft.MachineLearningServices/workspaces';

const lists = {
  scope: `${providers}/${workspaces}/mlw-fraud-prod`,
  verbs: ['read'],
  type: `${workspaces}/datastores`,
} as const;

function unreadable(...scopes: readonly string[]): OpenWizardOptions {
  return {
    before: ({ access }) => {
      for (const scope of scopes) access.deny({ scope, verbs: ['read'] });
      if (scopes.length > 1) access.deny(lists);
    },
  };
}

/** “storage: Not chosen (checked in West Europe)”, or the region that is chosen. */
function offered({ page }: OpenWizard): readonly string[] {
  const rows = page.plan?.network.regions?.rows ?? [];
  return rows.map(({ service, region, none }) => `${service}: ${region ?? none}`);
}

function textOf(w: OpenWizard, id: string): string {
  const row = readinessRowOf(w.page.readiness, id);
  const details = row.details.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return [row.word, row.rest, ...details].join('\n');
}

describe('regions of services', () => {
  test('aren’t asked for if Azure returns them', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(offered(w)).toEqual([]);
    expect(w.page.plan?.network.regions?.more.map(({ label }) => label)).toEqual([
      'Azure Machine Learning registries that jobs use',
    ]);
  });

  test('of unreadable services can be selected, apply at once, and are stored with the plan', async () => {
    const w = await openWizardInOneGroup(healthy, unreadable(storage));
    expect(offered(w)).toEqual(['storage: Not chosen (checked in West Europe)']);
    const before = readinessRowOf(w.page.readiness, 'outbound-storage-443');
    expect(before.word).toBe('Allowed');
    expect(detailOf(before, 'Assumptions')).toContain('storage account is in westeurope');
    expect(before.details.flatMap(({ runs }) => runs.map(({ link }) => link))).toContain('section:network');
    await w.call.chooseRegions({ service: 'storage', regions: ['northeurope'] });
    expect(offered(w)).toEqual(['storage: northeurope']);
    expect(readinessRowOf(w.page.readiness, 'outbound-storage-443').word).not.toBe('Allowed');
    expect(textOf(w, 'outbound-storage-443')).toContain('northeurope');
    const kept = decodeStoredPlan(JSON.parse(JSON.stringify({ choices: w.saved(), opened: null })));
    expect(kept?.choices.serviceRegions).toEqual([{ service: 'storage', region: 'northeurope' }]);
    await w.call.chooseRegions({ service: 'storage', regions: [] });
    expect(readinessRowOf(w.page.readiness, 'outbound-storage-443').word).toBe('Allowed');
  });

  test('can be selected for every service that a plan knows, and Readiness links to their boxes', async () => {
    const w = await openWizardInOneGroup(healthy, unreadable(storage, vault, registry));
    const all = [
      ...(w.page.plan?.network.regions?.rows ?? []),
      ...(w.page.plan?.network.regions?.more ?? []),
    ];
    expect(all.map(({ service }) => service)).toEqual([...statedServices]);
    await w.call.chooseRegions({ service: 'datastores', regions: ['uksouth', 'northeurope'] });
    await w.call.chooseRegions({ service: 'aml-registries', regions: ['francecentral'] });
    expect(offered(w)).toEqual([
      'storage: Not chosen (checked in West Europe)',
      'registry: Not chosen (checked in West Europe)',
      'key-vault: Not chosen (checked in West Europe)',
      'datastores: uksouth',
      'datastores: northeurope',
      'datastores: No other region',
      'aml-registries: francecentral',
      'aml-registries: No other region',
    ]);
    expect(textOf(w, 'outbound-storage-443')).toMatch(/uksouth[^]*northeurope[^]*francecentral/);
    await w.call.openLink({ link: 'section:network' });
    expect(w.page.plan).toMatchObject({ opened: 'network', led: 1 });
  });

  test('don’t apply to another workspace', async () => {
    const w = await openWizardInOneGroup(healthy, unreadable(storage));
    await w.call.chooseRegions({ service: 'storage', regions: ['northeurope'] });
    await pickWorkspace(w, 'mlw-risk-dev');
    expect(w.saved().serviceRegions).toEqual([]);
  });

  test('that aren’t valid are refused', async () => {
    const w = await openWizardInOneGroup(healthy, unreadable(storage));
    for (const region of ['West Europe!', '', 'x'.repeat(61)]) {
      const call = w.call.chooseRegions({ service: 'storage', regions: [region] });
      await expect(call).rejects.toThrow();
    }
    expect(w.saved().serviceRegions).toEqual([]);
  });
});
