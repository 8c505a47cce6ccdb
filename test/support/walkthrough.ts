import { expect, type Locator } from '@playwright/test';
import type { VscodeWindow } from './vscode-window';

const title = 'Put Azure ML compute into your network';

export const walkthroughSteps = [
  'Look at a network',
  'See what it allows',
  'Fix it',
  'Create it or write Bicep',
  'Keep it healthy',
];

export async function openWalkthrough(workbench: VscodeWindow): Promise<void> {
  await workbench.ask('Welcome: Open Walkthrough...');
  await workbench.page.locator('.quick-input-widget').getByRole('option', { name: title }).click();
  await expect(workbench.page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

export const walkthroughStep = ({ page }: VscodeWindow, name: string): Locator =>
  page.locator('.getting-started-step').filter({ has: page.locator(`.step-title:text-is("${name}")`) });

/** Returns the steps that VS Code marks as done. */
export async function doneSteps(workbench: VscodeWindow): Promise<readonly string[]> {
  const checked = await Promise.all(
    walkthroughSteps.map((name) => walkthroughStep(workbench, name).getAttribute('aria-checked')),
  );
  return walkthroughSteps.filter((_, index) => checked[index] === 'true');
}
