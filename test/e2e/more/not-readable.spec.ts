import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFail } from '../../support/azure-fails';
import { sideBarOf } from '../../support/side-bar';
import { wizardOf } from '../../support/wizard';
import { expect, test } from '../../support/workbench';

test('without permission to read networks, VS Code’s view shows a button, and the wizard leads to another account by its quick pick', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const faults = [{ status: 403, match: '/virtualNetworks', code: 'AuthorizationFailed', times: 'always' }];
  mkdirSync(join(folder, '.aml-secure-compute'), { recursive: true });
  writeFileSync(join(folder, '.aml-secure-compute', 'faults.json'), JSON.stringify({ faults }));
  const bar = sideBarOf(workbench);
  await bar.open();
  await makeFail(workbench, 'From .aml-secure-compute/faults.json');

  await workbench.run('Secured AML: Refresh');
  await expect(bar.view('Networks')).toContainText(
    'You don’t have permission to read virtual networks. Required role: Reader.',
  );
  await expect(bar.view('Networks').getByRole('button', { name: 'Choose another account…' })).toBeVisible();

  await workbench.run('Create secured AML compute');
  const wizard = wizardOf(workbench);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
  await expect(
    wizard.plan.getByText(
      'You don’t have permission to read virtual networks. Required role: Reader on Contoso Research.',
    ),
  ).toBeVisible();
  await workbench.screenshot('not-readable/1-networks');
  await wizard.press('Choose another subscription');
  await expect(wizard.section('Workspace')).toHaveAttribute('aria-expanded', 'true');
  await expect(wizard.section('Workspace')).toBeFocused();

  await wizard.open('Network');
  await wizard.press('Choose account…');
  await expect(page.getByRole('option', { name: 'Azure CLI' })).toBeVisible();
  await page.keyboard.press('Escape');
});
