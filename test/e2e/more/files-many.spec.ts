import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../support/open-file';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('with thousands of files, VS Code’s notification shows the progress of the check and cancels it, and the window stays responsive', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const text = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  for (let n = 0; n < 5000; n += 1) {
    const below = join(folder, 'many', String(n % 50));
    if (n < 50) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `network-${String(n)}.bicep`), text);
  }
  await workbench.run('Check the networks in this workspace’s files');
  const progress = page.locator('.notification-toast', { hasText: /\d+ of \d+/ });
  await expect(progress).toBeVisible();
  // With those of the fixture there are more.
  await expect(
    page.getByText('This workspace has more than 5000 Bicep, Terraform, and JSON files'),
  ).toBeVisible();
  await openFile(page, 'main.bicep');
  await workbench.screenshot('files-many-1');
  await progress.hover();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await workbench.screenshot('files-many-2');
});
