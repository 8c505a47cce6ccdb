import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { root } from '../../scripts/places.mjs';
import { sideBarOf } from '../support/side-bar';
import type { VscodeWindow } from '../support/vscode-window';
import { wizardOf } from '../support/wizard';
import { expect, test, type Theme } from '../support/workbench';

const title = 'Put Azure ML compute into your network';
/** Each picture is known by how many shapes it has. */
const shapes = ['look-at-network', 'see-what-passes', 'fix-it', 'create-or-write', 'keep-healthy'].map(
  (name) => {
    const svg = readFileSync(join(root, 'media', 'walkthrough', `${name}.svg`), 'utf8');
    return svg.match(/<(rect|path|circle|text) /g)?.length ?? 0;
  },
);
const steps = [
  'Look at a network',
  'See what it lets through',
  'Fix it',
  'Create it or write Bicep',
  'Keep it healthy',
];

async function openWalkthrough(workbench: VscodeWindow): Promise<void> {
  await workbench.find('Welcome: Open Walkthrough...');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.quick-input-widget').getByRole('option', { name: title }).click();
  await expect(workbench.page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

const step = ({ page }: VscodeWindow, name: string): Locator =>
  page.locator('.getting-started-step').filter({ has: page.locator(`.step-title:text-is("${name}")`) });

/** Which of the steps VS Code marks as done. */
async function done(workbench: VscodeWindow): Promise<readonly string[]> {
  const checked = await Promise.all(steps.map((name) => step(workbench, name).getAttribute('aria-checked')));
  return steps.filter((_, index) => checked[index] === 'true');
}

for (const theme of ['dark', 'light', 'high-contrast'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });

    test('five steps with their pictures; opening one does not end it', async ({ workbench }) => {
      await openWalkthrough(workbench);
      for (const [index, name] of steps.entries()) {
        // The first one is open already.
        if (index > 0) await step(workbench, name).click();
        await expect(step(workbench, name)).toHaveClass(/expanded/);
        await expect(workbench.webview().locator('svg > *')).toHaveCount(shapes[index] ?? 0);
        await workbench.screenshot(`walkthrough/${theme}-${index + 1}`);
      }
      expect(await done(workbench)).toEqual([]);
    });
  });
}

test('a step ends when it really happened', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const isDone = (...names: readonly string[]): Promise<void> =>
    expect.poll(() => done(workbench)).toEqual(names);
  await openWalkthrough(workbench);
  await page.getByRole('button', { name: 'Show networks' }).click();
  await expect(bar.line('vnet-ml-prod-weu')).toBeVisible();
  await isDone('Look at a network');

  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await bar.choose('snet-training', 'Watch');
  await isDone('Look at a network', 'Keep it healthy');
  await bar.toggle('snet-training');
  await expect(bar.line('Create and change computes')).toBeVisible();
  await isDone('Look at a network', 'See what it lets through', 'Keep it healthy');

  await bar.choose('snet-training', 'Fix…');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading('Fix 3 requirements of snet-training')).toBeVisible();
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(wizard.button('Undo…')).toBeVisible();
  // What ends while the walkthrough is behind another tab is drawn when it is opened again.
  await workbench.run('View: Close All Editors');
  await openWalkthrough(workbench);
  await isDone('Look at a network', 'See what it lets through', 'Fix it', 'Keep it healthy');
  await workbench.screenshot('walkthrough/done');
});
