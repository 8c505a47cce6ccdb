import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../support/open-file';
import { actionAt } from '../support/quick-fixes';
import { expect, test } from '../support/workbench';

test.use({ workspace: 'files' });

test('a Bicep file says which rule blocks Azure ML, explains it, and is fixed by a key', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await openFile(page, 'network.bicep');
  const status = page.getByRole('button', { name: /^AML network: \d+ to fix/ });
  await expect(status).toBeVisible();
  await status.click();
  const blocked =
    "'snet-training' cannot reach AzureMachineLearning on UDP 5831: rule 4096 'Deny-All' blocks it.";
  await expect(page.getByText(blocked).first()).toBeVisible();
  await workbench.screenshot('files-problems');

  const name = page.locator('.monaco-editor .view-line', { hasText: 'securityRules' }).first();
  await name.getByText('securityRules').hover();
  const hover = page.locator('.monaco-hover:not(.hidden)').first();
  await expect(hover.getByText('Decided by')).toBeVisible();
  await expect(hover.getByText('Packet', { exact: true })).toBeVisible();
  await workbench.screenshot('files-hover');

  // The quick fixes of that line; the hover would stand in the way.
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await actionAt(workbench, 'Allow UDP 5831 to AzureMachineLearning, new rule 130');
  const actions = page.locator('.action-widget').first();
  await workbench.screenshot('files-fixes');
  await actions.getByText(/^Fix all \d+ network problems/).click();
  // Many openings at once are looked at first.
  const changed = page
    .getByRole('tree', { name: 'Bulk Edit' })
    .getByRole('checkbox', { name: /^infra\/network\.bicep/ });
  await changed.getByRole('checkbox').first().click();
  await workbench.screenshot('files-preview');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('button', { name: 'AML network: ready' })).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8'))
    .toContain("'Storage.${location}'");
  await workbench.screenshot('files-fixed');
});

test('a file that has nothing to do with Azure ML stays quiet', async ({ workbench }) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(page.getByRole('button', { name: /^AML network: \d+ to fix/ })).toBeVisible();
  await openFile(page, 'storage.bicep');
  await expect(page.getByRole('button', { name: /^AML network/ })).toBeHidden();
});

test('a file is judged with its modules, and again when one of them changes on disk', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await openFile(page, 'main.bicep');
  const toFix = page.getByRole('button', { name: /^AML network: \d+ to fix/ });
  await expect(toFix).toBeVisible();
  const module = join(folder, 'infra', 'network.bicep');
  writeFileSync(module, readFileSync(module, 'utf8').replace("access: 'Deny'", "access: 'Allow'"));
  await expect(page.getByRole('button', { name: 'AML network: ready' })).toBeVisible();
});

test.describe('where VS Code watches nothing', () => {
  test.use({ settings: { 'files.watcherExclude': { '**': true } } });

  test('a change on disk is seen at the beginning, and whenever somebody comes back', async ({
    workbench,
  }) => {
    const { page, folder } = workbench;
    await openFile(page, 'main.bicep');
    const toFix = page.getByRole('button', { name: /^AML network: \d+ to fix/ });
    const ready = page.getByRole('button', { name: 'AML network: ready' });
    await expect(toFix).toBeVisible();
    const module = join(folder, 'infra', 'network.bicep');
    const text = readFileSync(module, 'utf8');
    writeFileSync(module, text.replace("access: 'Deny'", "access: 'Allow'"));
    await expect(ready).toBeVisible();
    // The last look of the beginning.
    await page.waitForTimeout(22_000);
    writeFileSync(module, text);
    const turn = (name: 'blur' | 'focus'): Promise<void> =>
      page.evaluate(
        `document.hasFocus = () => ${String(name === 'focus')}; window.dispatchEvent(new Event('${name}'))`,
      );
    await page.waitForTimeout(2000);
    await expect(ready).toBeVisible();
    await turn('blur');
    await turn('focus');
    await expect(toFix).toBeVisible();
  });
});

test('a file is compared with what stands in Azure, flow by flow', async ({ workbench }) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(page.getByRole('button', { name: /^AML network: \d+ to fix/ })).toBeVisible();
  await workbench.find('Compare a file’s network with Azure…');
  await page.keyboard.press('Enter');
  // The sample has no network of the file's name, so one is chosen.
  const question = page.locator('.quick-input-widget');
  await expect(question.getByText('Which subnet in Azure is snet-training of the file?')).toBeVisible();
  await workbench.screenshot('files-compare-question');
  await question.locator('input').first().fill('snet-training');
  await question.locator('.monaco-list-row', { hasText: 'vnet-ml-prod-weu' }).first().click();
  const preview = workbench.webview();
  await expect(
    preview.getByRole('heading', { name: 'network.bicep beside Azure: vnet-ml/snet-training' }),
  ).toBeVisible();
  await expect(preview.getByText('In Azure it is vnet-ml-prod-weu/snet-training.')).toBeVisible();
  await expect(preview.getByRole('heading', { name: /^Opens \([1-9]\d*\)$/ })).toBeVisible();
  await expect(preview.getByRole('heading', { name: /^Closes \(\d+\)$/ })).toBeVisible();
  await expect(preview.getByRole('table')).toBeVisible();
  await workbench.screenshot('files-compare');
});

/** The network's file with one part of it written otherwise, under a name of its own. */
function writeLike(folder: string, name: string, [from, to]: readonly [string, string]): void {
  const text = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  writeFileSync(join(folder, 'infra', name), text.replace(from, to));
}

const amlPorts = "destinationPortRanges: ['443', '8787', '18881']";

test('a rule that lacks a port gets it in place', async ({ workbench }) => {
  const { page, folder } = workbench;
  writeLike(folder, 'ports.bicep', [amlPorts, "destinationPortRange: '443'"]);
  await openFile(page, 'ports.bicep');
  await expect(page.getByRole('button', { name: /^AML network: \d+ to fix/ })).toBeVisible();
  const widen = await actionAt(workbench, 'Add port 18881 to rule Allow-AML');
  await workbench.screenshot('files-in-place');
  await widen.click();
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(folder, 'infra', 'ports.bicep'), 'utf8'))
    .toContain("destinationPortRanges: ['443', '18881']");
});
