import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'folders' });

test('VS Code’s preview names the other template of a module before a quick fix changes the module', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const module = join(folder, 'shared', 'network.bicep');
  const before = readFileSync(module, 'utf8');
  copyFileSync(join(folder, 'app', 'main.bicep'), join(folder, 'app', 'other.bicep'));
  for (const name of ['other.bicep', 'main.bicep', 'network.bicep']) await openFile(page, name);
  await (await actionAt(workbench, /^Allow UDP 5831 to AzureMachineLearning/)).click();
  await expect(page.getByRole('tree', { name: 'Bulk Edit' })).toContainText(
    'shared/network.bicep is also used by app/other.bicep, so the changes apply there too.',
  );
  await workbench.screenshot('shared-module/1-preview');
  expect(readFileSync(module, 'utf8')).toBe(before);
});
