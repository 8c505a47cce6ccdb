import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sampleNetworkId } from '../../../src/sandbox/sample/names';
import { failingMark, makeFail, stopFailing } from '../../support/azure-fails';
import { sideBarOf } from '../../support/side-bar';
import { expect, test } from '../../support/workbench';
import { wizardOf } from '../../support/wizard';

async function typeNameToDelete(page: Page, name: string): Promise<void> {
  const box = page.locator('.quick-input-widget input').first();
  await expect(box).toBeEditable();
  await box.fill(name);
  await page.keyboard.press('Enter');
}

test('the sample fails as chosen in VS Code’s quick pick and shown in its status bar: signed out, refused, failed late; and the side bar leads back to a creation', async ({
  workbench,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`troubles/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');

  await test.step('signed out', async () => {
    await makeFail(workbench, 'Signed out (401)');
    await expect(failingMark(workbench)).toBeVisible();
    await wizard.readiness.getByRole('button', { name: 'Refresh' }).click();
    await expect(wizard.plan.getByText(/^Your sign-in expired at .+\. Your plan is kept\.$/)).toBeVisible();
    await expect(wizard.readiness.getByText(/^Last read at \d\d:\d\d\. You’re signed out\.$/)).toBeVisible();
    await expect(wizard.page.getByRole('button', { name: 'Sign in again' })).toHaveCount(1);
    await shot('1-signed-out');
    await stopFailing(workbench);
    await wizard.press('Sign in again');
    await expect(wizard.plan.getByText(/Your sign-in ended/)).toBeHidden();
    await expect(wizard.summary).toHaveText('Ready, 1 warning');
    for (const row of ['vnet-ml-prod-weu', 'snet-train-gpu']) {
      await expect(wizard.row(row)).toHaveAttribute('aria-selected', 'true');
    }
    await shot('2-signed-in-again');
  });

  await test.step('no permission to join the subnet', async () => {
    await wizard.continueTo('Size');
    await wizard.fill('Name', 'cpu-refused');
    await wizard.continueTo('Review');
    await makeFail(workbench, 'Signed out (401)');
    await wizard.press('Create in Azure');
    await expect(wizard.heading('cpu-refused wasn’t created')).toBeVisible();
    // Above the page, not next to it: the reason below has the same text, and can appear first.
    await expect(async () => {
      const notice = await wizard.plan
        .getByText(/^Your sign-in expired at/)
        .first()
        .boundingBox();
      const heading = await wizard.heading('cpu-refused wasn’t created').boundingBox();
      expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual(heading?.y ?? 0);
    }).toPass();
    await shot('3-signed-out-while-creating');
    await stopFailing(workbench);
    await wizard.button('Back to the plan').last().click();
    await makeFail(workbench, 'No permission to join the subnet (403)');
    await wizard.press('Create in Azure');
    await expect(wizard.heading('cpu-refused wasn’t created')).toBeVisible();
    await expect(
      wizard.plan.getByText(
        'You don’t have permission to use snet-train-gpu. Required role: Network Contributor on vnet-ml-prod-weu in rg-network-prod.',
      ),
    ).toBeVisible();
    await expect(
      wizard.plan.getByText('Nothing. A compute resource of that name doesn’t exist in the workspace.'),
    ).toBeVisible();
    await expect(wizard.plan.getByText('Your plan is kept', { exact: true })).toBeVisible();
    await shot('3-may-not-join');
    await stopFailing(workbench);
    await wizard.press('Try again');
    await expect(wizard.heading('cpu-refused is ready')).toBeVisible();
  });

  await test.step('fails after it was accepted', async () => {
    await wizard.button('Back to the plan').last().click();
    await wizard.open('Size');
    await wizard.fill('Name', 'cpu-late');
    await expect(wizard.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();
    await wizard.continueTo('Review');
    await makeFail(workbench, 'Creation fails later');
    await wizard.press('Create in Azure');
    await expect(wizard.heading('cpu-late wasn’t set up')).toBeVisible();
    for (const part of ['Why it failed', 'What Azure returned', 'Timeline', 'Left in Azure']) {
      await expect(wizard.heading(part)).toBeVisible();
    }
    await expect(wizard.plan.getByText(/^AllocationTimedout: /)).toBeVisible();
    await expect(wizard.plan.getByText(/West Europe might not have a free STANDARD_D2_V2/)).toBeVisible();
    await shot('4-failed-late');
    await wizard.press('Delete failed compute…');
    await typeNameToDelete(workbench.page, 'cpu-late');
    await expect(wizard.section('Review')).toHaveAttribute('aria-expanded', 'true');
    await shot('5-deleted');
    await wizard.press('Create in Azure');
    await expect(wizard.heading('cpu-late is ready')).toBeVisible();
  });

  await test.step('the user stops waiting, and the side bar leads back to the creation', async () => {
    const bar = sideBarOf(workbench);
    await wizard.button('Back to the plan').last().click();
    await wizard.open('Size');
    await wizard.fill('Name', 'cpu-left');
    await wizard.fill('Minimum nodes', '1');
    await wizard.continueTo('Review');
    await bar.show();
    await bar.toggle('mlw-fraud-prod');
    await expect(bar.line('cpu-late')).toBeVisible();
    // However busy the machine is, the cluster isn't ready before the button is pressed.
    const slow = { kind: 'slow', method: 'GET', match: '/computes/cpu-left', milliseconds: 10_000 };
    describeFaults(workbench.folder, { ...slow, times: 'always' });
    await makeFail(workbench, `From ${faultFile}`);
    await wizard.press('Create in Azure');
    await expect(wizard.plan.getByRole('listitem').filter({ hasText: 'Done: Accepted' })).toBeVisible();
    await expect(workbench.page.locator('.statusbar').getByText('Creating cpu-left')).toBeVisible();
    await wizard.press('Stop waiting');
    await expect(wizard.heading('Azure is still creating cpu-left')).toBeVisible();
    await stopFailing(workbench);
    await shot('6-left-to-azure');
    await bar.choose('cpu-left', 'Show creation');
    await expect(wizard.heading(/^Creating cpu-left$|^cpu-left is ready$/)).toBeVisible();
    await shot('7-shown-again');
    await expect(wizard.heading('cpu-left is ready')).toBeVisible();
  });
});

test('the sample fails as a file of the workspace describes: throttled, blocked by the network, and changed by another user', async ({
  workbench,
}) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`troubles/${name}`);
  const wizard = wizardOf(workbench);

  await test.step('throttled', async () => {
    describeFaults(workbench.folder, { status: 429, retryAfter: 14, match: '/virtualNetworks' });
    await makeFail(workbench, `From ${faultFile}`);
    await workbench.page.keyboard.press('Control+B');
    await workbench.run('Create secured AML compute');
    await wizard.untilNetwork({ workspace: 'mlw-risk-dev', kind: 'Compute instance' });
    const wait = wizard.plan.locator('sc-countdown');
    await expect(wait).toHaveText(/^Retrying in \d+ s\.$/);
    await expect(wizard.plan.getByText('Azure is throttling requests.')).toBeVisible();
    const first = await wait.textContent();
    await expect(wait).not.toHaveText(first ?? '');
    await shot('8-throttled');
    await wizard.open('Workspace');
    await wizard.choose('mlw-fraud-prod');
    await wizard.open('Network');
    await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
    await expect(wizard.summary).toHaveText('Not ready: 1 error blocks 11 flows');
  });

  await test.step('a creation that fails because of the network is fixed from its page', async () => {
    await wizard.continueTo('Size');
    await wizard.continueTo('Review');
    await wizard.press('Create anyway…');
    await workbench.answerDialog('Create anyway');
    await expect(
      wizard.heading(/^ci-anna-keller wasn’t set up: NSG rule 4096 Deny-All blocks \d+ flows$/),
    ).toBeVisible();
    await expect(wizard.plan.getByText('Most likely')).toBeVisible();
    await shot('9-blocked-by-the-network');
    await wizard.press('Fix and try again…');
    await expect(wizard.plan.getByText(/Tested on a copy: all \d+ flows pass/)).toBeVisible();
    await shot('10-fix-from-there');
    await wizard.press('Back to the compute resource');
    await wizard.press('Delete failed compute…');
    await typeNameToDelete(workbench.page, 'ci-anna-keller');
    await wizard.open('Network');
  });

  await test.step('another user changes a rule while the fix is previewed', async () => {
    await wizard.fixWorst();
    await expect(wizard.plan.getByText(/Tested on a copy: all 9 (flow|check)s pass/)).toBeVisible();
    describeFaults(workbench.folder, {
      kind: 'meanwhile',
      method: 'PUT',
      match: 'nsg-training',
      write: { method: 'PUT', path: `${trainingGroup}/securityRules/Allow-Git`, body: allowGit },
    });
    await makeFail(workbench, `From ${faultFile}`);
    await wizard.press('Apply in Azure…');
    await workbench.answerDialog('Change');
    await expect(
      wizard.plan.getByText('nsg-training was modified after this preview. Nothing was applied.'),
    ).toBeVisible();
    await shot('11-changed-underneath');
    await wizard.press('Refresh preview');
    await expect(wizard.plan.getByText(/Tested on a copy: all 9 (flow|check)s pass/)).toBeVisible();
    await shot('12-previewed-again');
    await wizard.press('Apply in Azure…');
    await workbench.answerDialog('Change');
    await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
    await wizard.button('Back to the plan').last().click();
    await expect(wizard.summary).toHaveText('Ready; 1 flow relies on default rules');
  });

  await test.step('another user changes a rule while Readiness is open', async () => {
    await makeFail(workbench, 'Another user denies Azure ML now', 'nsg-training');
    await wizard.readiness.getByRole('button', { name: 'Refresh' }).click();
    await expect(
      wizard.readiness.getByText(
        /^nsg-training changed in Azure at \d\d:\d\d: rule Deny-ByOtherUser added\. \d+ results? changed\./,
      ),
    ).toBeVisible();
    await expect(wizard.summary).toContainText('Not ready: ');
    await shot('13-changed-by-somebody-else');
  });
});

const faultFile = '.aml-secure-compute/faults.json';

/** The faults that the workspace's own file describes. */
function describeFaults(folder: string, ...faults: readonly object[]): void {
  mkdirSync(join(folder, '.aml-secure-compute'), { recursive: true });
  writeFileSync(join(folder, faultFile), JSON.stringify({ faults }));
}

const trainingGroup = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-training');

/** A rule of another team that doesn't affect Azure ML. */
const allowGit = {
  properties: {
    priority: 400,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourcePortRange: '*',
    destinationPortRange: '9418',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: '140.82.112.0/20',
  },
};

test('with a role that can’t change networks, a blocked subnet leads to its request in three clicks', async ({
  workbench,
}) => {
  await makeFail(workbench, 'Role without network changes');
  await workbench.run('Create secured AML compute');
  const wizard = wizardOf(workbench);
  await expect(wizard.plan.locator('.tag')).toHaveCount(2);
  await wizard.choose('snet-training');
  await expect(wizard.readiness.getByText('You need Network Contributor on nsg-training.')).toBeVisible();
  const request = wizard.readiness.locator('.button.primary');
  await expect(request).toHaveText(/^\s*Copy request for \d+ flows/);
  await request.click();
  await expect(wizard.readiness.getByText(/^\s*Request copied at /)).toBeVisible();
  await workbench.screenshot('troubles/role-without-network-changes');
});
