import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { withBicep } from '../../support/bicep';
import type { VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

const written = ({ folder }: VscodeWindow): string[] =>
  readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .sort();

const tab = ({ page }: VscodeWindow, name: string): Locator => page.getByRole('tab', { name }).first();

/** Answers VS Code's own question for a folder with the one that it suggests: the opened one. */
async function writeHere({ page }: VscodeWindow): Promise<void> {
  await page.locator('.quick-input-widget').getByRole('button', { name: 'Write to this folder' }).click();
}

const bicepFiles = ['cpu-cluster2-network-fixes.bicep', 'cpu-cluster2.bicep', 'cpu-cluster2.bicepparam'];
const armFiles = ['cpu-cluster2.json', 'cpu-cluster2.parameters.json'];
const besideFiles = [
  'cpu-cluster2-2.bicep',
  'cpu-cluster2-2.bicepparam',
  'cpu-cluster2-network-fixes-2.bicep',
];

test('Bicep and ARM JSON are written to the folder that the user chooses in VS Code’s dialog, open in its editor, and overwrite nothing without a question', async ({
  workbench,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`write-code/${name}`);
  const back = (): Promise<void> => tab(workbench, 'Create secured AML compute').click();
  const textOf = (name: string): string => readFileSync(join(workbench.folder, name), 'utf8');
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.fixWorst();
  await wizard.press('Add to code');
  await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toContainText(
    'fix goes into the code',
  );
  await wizard.continueTo('Size');
  await wizard.continueTo('Review');
  await expect(wizard.heading('Fixes included in the code')).toBeVisible();
  await shot('1-review');

  // The one primary button, also by its key.
  await wizard.section('Review').press('Control+Enter');
  await shot('2-folder-asked');
  await writeHere(workbench);
  await expect(tab(workbench, 'cpu-cluster2.bicep')).toHaveAttribute('aria-selected', 'true');
  await expect(
    workbench.page.locator('.view-line', { hasText: 'Compute cluster cpu-cluster2' }),
  ).toBeVisible();
  await shot('3-bicep');
  expect(written(workbench)).toEqual(bicepFiles);
  expect(textOf('cpu-cluster2-network-fixes.bicep')).toContain('Allow-AzureML-UDP-5831');

  await back();
  const generate = async (form: string): Promise<void> => {
    await wizard.press('Generate…');
    await wizard.page.getByRole('menuitemradio', { name: form, exact: true }).click();
  };
  await generate('ARM JSON');
  await writeHere(workbench);
  await expect(tab(workbench, 'cpu-cluster2.json')).toHaveAttribute('aria-selected', 'true');
  await shot('4-arm');
  expect(written(workbench)).toEqual([...bicepFiles, ...armFiles].sort());
  expect(JSON.parse(textOf('cpu-cluster2.json'))).toHaveProperty('resources');

  await back();
  writeFileSync(join(workbench.folder, 'cpu-cluster2.bicep'), '// mine\n');
  await generate('Bicep');
  await writeHere(workbench);
  await expect(workbench.dialog()).toContainText('exist.');
  await shot('5-exists');
  await workbench.answerDialog('Write as cpu-cluster2-2.bicep');
  await expect(tab(workbench, 'cpu-cluster2-2.bicep')).toHaveAttribute('aria-selected', 'true');
  await shot('6-written-beside');
  expect(written(workbench)).toEqual([...bicepFiles, ...armFiles, ...besideFiles].sort());
  expect(textOf('cpu-cluster2.bicep')).toBe('// mine\n');

  // If the official compiler couldn't be fetched, the checked-in pairs test the writers.
  await withBicep(async (bicep) => {
    for (const name of ['cpu-cluster2-2.bicep', 'cpu-cluster2-network-fixes-2.bicep']) {
      const { success, diagnostics } = await bicep.compile(join(workbench.folder, name));
      expect({ name, success, diagnostics }).toEqual({ name, success: true, diagnostics: [] });
    }
  });
});
