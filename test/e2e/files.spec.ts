import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus, openProblems } from '../support/file-status';
import { openFile } from '../support/open-file';
import { actionAt, hoverAt } from '../support/quick-fixes';
import { expect, test } from '../support/workbench';

test.use({
  workspace: 'files',
  settings: { 'editor.codeActionsOnSave': { 'source.fixAll.amlSecureCompute': 'explicit' } },
});

/** Azure accepts `*` only alone. The fix is written when the file is saved. */
const odd = `      {
        name: 'Deny-SSH'
        properties: {
          priority: 130
          direction: 'Inbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefixes: ['20.1.2.3', '*']
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '22'
        }
      }
`;

/** A rule that is never used, since an earlier rule decides the same. It stays until the user asks to remove it. */
const twice = `      {
        name: 'Allow-AML-again'
        properties: {
          priority: 130
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
      }
`;

test('a Bicep file in the editor: status bar, Problems, hover, quick fixes with VS Code’s preview, and fixes on save', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const file = join(folder, 'infra', 'network.bicep');
  const denies = "      {\n        name: 'Deny-All'";
  writeFileSync(file, readFileSync(file, 'utf8').replace(denies, `${odd}${twice}${denies}`));
  await openFile(page, 'network.bicep');
  await openProblems(page, /\d+ errors?/);
  const problems = page.locator('.markers-panel');
  const blocked = /^Rule 4096 'Deny-All' blocks \d+ flows of 'snet-training'\. Worst: outbound /;
  await expect(problems.getByText(blocked)).toHaveCount(1);
  await expect(problems.getByText('nsg-rule-blocks').first()).toBeVisible();
  await workbench.screenshot('files/1-problems');

  const hover = await hoverAt(workbench, 'Decided by');
  await expect(hover.getByText('Worst flow', { exact: true })).toBeVisible();
  await expect(hover.getByRole('link', { name: /^Fix all \d+ flows…/ })).toBeVisible();
  await workbench.screenshot('files/2-hover');

  // The hover would cover the quick fixes of that line.
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  await actionAt(workbench, /^Fix: allow \d+ flows blocked by Deny-All/);
  const actions = page.locator('.action-widget').first();
  await expect(actions.getByText(/^Suppress: \d+ flows blocked by Deny-All/)).toBeVisible();
  await workbench.screenshot('files/3-fixes');
  await actions.getByText('Preview changes…').click();
  const preview = workbench.webview();
  await expect(preview.getByText(/^Tested on a copy: all \d+ flows pass/)).toBeVisible();
  await expect(preview.getByRole('heading', { level: 2 })).toBeFocused();
  const udp = preview.getByRole('checkbox', { name: 'Outbound UDP 5831 to AzureMachineLearning' });
  const shown = page.locator('.modified-in-monaco-diff-editor .view-line', {
    hasText: 'Allow-AzureML-UDP-5831',
  });
  await expect(udp).toBeChecked();
  await expect(shown).toBeVisible();
  await workbench.screenshot('files/4-preview');
  await udp.uncheck();
  await expect(shown).toHaveCount(0);
  await udp.check();
  await expect(shown).toBeVisible();
  await preview.getByRole('button', { name: 'Apply changes' }).click();
  await expect(fileStatus(page, /1 error\b/)).toBeVisible();
  // Apply saves what the preview shows. Other fixes are applied only when the user saves.
  await expect.poll(() => readFileSync(file, 'utf8')).toContain("'Storage.${location}'");
  expect(readFileSync(file, 'utf8')).toContain("'20.1.2.3'");

  await expect(page.locator('.tabs-container').getByRole('tab')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'network.bicep' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// Saved. ');
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(file, 'utf8')).toMatch(/^\/\/ Saved\. /);
  expect(readFileSync(file, 'utf8')).not.toContain("'20.1.2.3'");
  expect(readFileSync(file, 'utf8')).toContain('Allow-AML-again');
  await workbench.screenshot('files/5-saved');

  await openFile(page, 'storage.bicep');
  await expect(fileStatus(page)).toBeHidden();
});
