import { expect, type Locator } from '@playwright/test';
import type { VscodeWindow } from './vscode-window';

/** The mark in the status bar while the sample's Azure fails. */
export const failingMark = ({ page }: VscodeWindow): Locator =>
  page.locator('.statusbar').getByRole('button', { name: 'Simulating Azure failures' });

/** Starts a preset failure by its name. Some presets then ask for more: `of` is the answer. */
export async function makeFail(window: VscodeWindow, trouble: string, of?: string): Promise<void> {
  await window.ask('Sample: Simulate an Azure failure');
  for (const wanted of of === undefined ? [trouble] : [trouble, of]) await pick(window, wanted);
  await expect(window.page.locator('.quick-input-widget')).toBeHidden();
}

/** Ends the failure as a user does who sees the mark. */
export async function stopFailing(window: VscodeWindow): Promise<void> {
  await failingMark(window).click();
  await pick(window, 'Stop simulating');
  await expect(failingMark(window)).toBeHidden();
}

async function pick({ page }: VscodeWindow, label: string): Promise<void> {
  const list = page.locator('.quick-input-widget');
  const row = list.locator('.monaco-list-row', { hasText: label });
  // Not the palette's list, which is still there for a moment.
  await expect(list.locator('.quick-input-title')).toBeVisible();
  await list.locator('input').first().fill(label);
  await expect(row).toBeVisible();
  await row.first().click();
}
