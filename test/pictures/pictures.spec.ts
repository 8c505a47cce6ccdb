import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '../../scripts/places.mjs';
import { openProblems } from '../support/file-status';
import { openFile } from '../support/open-file';
import { actionAt } from '../support/quick-fixes';
import { sideBarOf } from '../support/side-bar';
import type { VscodeWindow } from '../support/vscode-window';
import { test } from '../support/workbench';

/** VS Code's default themes, by the suffix of the pictures' names. */
const themes = { dark: 'Dark 2026', light: 'Light 2026' } as const;

/** The pictures of the docs, taken from the running product (`npm run pictures`). */
for (const [ending, theme] of Object.entries(themes)) {
  test.describe(theme, () => {
    test.use({ userSettings: { 'workbench.colorTheme': theme } });

    /** Takes a picture of the window or its left part, without a pointer over it. */
    const take = async ({ page }: VscodeWindow, name: string, width?: number): Promise<void> => {
      await page.mouse.move(1, 1);
      const { height } = page.viewportSize() ?? { height: 0 };
      await page.screenshot({
        path: join(root, 'docs', 'pictures', `${name}-${ending}.png`),
        ...(width === undefined ? {} : { clip: { x: 0, y: 0, width, height } }),
        animations: 'disabled',
        caret: 'hide',
      });
    };

    test('a cluster, from a blocked subnet to the created compute', async ({ workbench, wizard }) => {
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      await wizard.readiness.getByRole('row', { expanded: false }).first().locator('.name').click();
      await take(workbench, 'network');
      await wizard.fixWorst();
      await expect(wizard.button('Apply in Azure…')).toBeVisible();
      await take(workbench, 'fix');
      await wizard.press('Apply in Azure…');
      await workbench.answerDialog('Change');
      await expect(wizard.button('Undo…')).toBeVisible();
      await wizard.button('Back to the plan').last().click();
      await wizard.continueTo('Size');
      await wizard.fill('Name', 'cpu-fraud');
      await take(workbench, 'size');
      await wizard.continueTo('Review');
      await expect(wizard.plan.locator('sc-flow-picture')).toContainText('snet-training');
      await take(workbench, 'review');
      await wizard.press('Create in Azure');
      await expect(wizard.heading('cpu-fraud is ready')).toBeVisible();
      await take(workbench, 'ready');
    });

    test('a virtual machine to attach', async ({ workbench, wizard }) => {
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Virtual machine' });
      await wizard.choose('vm-dsvm-churn');
      await wizard.readiness.getByRole('row', { expanded: false }).first().locator('.name').click();
      await take(workbench, 'attach');
    });

    test('a workspace with a managed virtual network', async ({ workbench, wizard }) => {
      await wizard.choose('mlw-risk-prod');
      await wizard.continueTo('Compute');
      await wizard.continueTo('Size');
      await wizard.open('Network');
      await expect(wizard.plan.getByRole('row', { name: 'pypi' })).toBeVisible();
      await take(workbench, 'managed');
    });

    test('a narrow panel', async ({ workbench, wizard }) => {
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      await workbench.resize(540, 1000);
      await wizard.readiness.scrollIntoViewIfNeeded();
      await take(workbench, 'narrow');
    });

    test('the side bar', async ({ workbench }) => {
      const bar = sideBarOf(workbench);
      // Both views have room for the content that is expanded in them.
      await workbench.resize(1440, 1300);
      await bar.open();
      await bar.toggle('mlw-fraud-prod');
      await bar.toggle('vnet-ml-prod-weu');
      await bar.choose('snet-training', 'Watch');
      await bar.toggle('snet-training');
      await expect(workbench.page.getByText(/^NSG rule 4096 Deny-All blocks/).first()).toBeVisible();
      await take(workbench, 'side-bar', 350);
    });

    test.describe('files', () => {
      test.use({ workspace: 'files' });

      test('a problem of a Bicep file with its quick fixes', async ({ workbench }) => {
        await openFile(workbench.page, 'network.bicep');
        await openProblems(workbench.page);
        await actionAt(workbench, /^Fix: allow \d+ flows blocked by Deny-All/);
        await take(workbench, 'files');
      });
    });
  });
}
