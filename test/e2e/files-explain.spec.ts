import { openFile } from '../support/open-file';
import { actionAt } from '../support/quick-fixes';
import { expect, test } from '../support/workbench';

test.use({ workspace: 'files' });

test('a problem is explained on a page of its own: packet, who decided, what mends it', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(page.getByRole('button', { name: /^AML network: \d+ to fix/ })).toBeVisible();
  const explain = await actionAt(workbench, /^Explain/);
  await explain.click();
  const preview = page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe#active-frame')
    .locator('body');
  await expect(preview.getByText('Decided by')).toBeVisible();
  await expect(preview.getByText('What fixes it')).toBeVisible();
  await expect(preview.getByText('Why it matters')).toBeVisible();
  await workbench.screenshot('files-explain');
});
