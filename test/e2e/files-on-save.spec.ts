import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../support/open-file';
import { actionAt } from '../support/quick-fixes';
import { expect, test } from '../support/workbench';

test.use({
  workspace: 'files',
  settings: { 'editor.codeActionsOnSave': { 'source.fixAll.amlSecureCompute': 'explicit' } },
});

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

test('what changes no traffic is mended when a file is saved, where the settings say so', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const file = join(folder, 'infra', 'network.bicep');
  const text = readFileSync(file, 'utf8');
  const denies = "      {\n        name: 'Deny-All'";
  writeFileSync(file, text.replace(denies, `${twice}${denies}`));
  await openFile(page, 'network.bicep');
  await expect(page.getByRole('button', { name: /^AML network: \d+ to fix/ })).toBeVisible();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// Saved');
  // A window that has just begun saves settings of its own meanwhile, and may then save without looking for fixes.
  let dots = '';
  const saveAgain = async (): Promise<void> => {
    dots += '.';
    await page.keyboard.type('.');
    await page.keyboard.press('Control+S');
    const saved = `// Saved${dots}${text}`;
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 5000 }).toBe(saved);
  };
  await expect(saveAgain).toPass({ timeout: 30_000 });
});

test('plain JSON keeps a check quiet by its metadata', async ({ workbench }) => {
  const { page, folder } = workbench;
  await openFile(page, 'azuredeploy.json');
  const ignore = await actionAt(workbench, /^Ignore outbound-[\w-]+ in this resource$/);
  await workbench.screenshot('files-json-ignore');
  await ignore.click();
  await expect(page.locator('.monaco-editor .view-line', { hasText: '"ignore"' }).first()).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(folder, 'arm', 'azuredeploy.json'), 'utf8'))
    .toMatch(/"metadata": \{\s*"aml-secure-compute": \{\s*"ignore": \[\s*"outbound-/);
});
