import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('flows that a rule and missing outbound access block are fixed together by one button, which states the cost', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const path = join(folder, 'infra', 'network.bicep');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('defaultOutboundAccess: true', 'defaultOutboundAccess: false'));
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
  await (await actionAt(workbench, /^Preview changes…/, 'Deny-All')).click();
  const preview = workbench.webview();
  await expect(preview.getByRole('heading', { level: 2 })).toHaveText(/^Allow \d flows blocked by Deny-All$/);
  const both = preview.getByRole('button', { name: 'Fix both…' });
  await expect(both).toBeVisible();
  await expect(preview.getByText(/^1 of \d flows passes\. \d are also blocked by/)).toBeVisible();
  const gateway = preview.getByRole('checkbox', {
    name: /^Create NAT gateway ng-snet-training and its public IP address \(billed\)/,
  });
  await expect(gateway).not.toBeChecked();
  await workbench.screenshot('fix-both/1-offered');
  await both.press('Enter');
  await expect(gateway).toBeChecked();
  await expect(both).toHaveCount(0);
  await expect(preview.getByText(/The fix covers all causes\.$/)).toBeVisible();
  await expect(preview.getByRole('heading', { level: 2 })).toBeFocused();
  await workbench.screenshot('fix-both/2-selected');
  await preview.getByRole('heading', { level: 2 }).press('Control+Enter');
  await expect(page.locator('iframe.webview.ready')).toHaveCount(0);
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain("name: 'ng-snet-training'");
});
