import type { Locator } from '@playwright/test';
import { openWindow } from '../support/vscode-window';
import { expect, test } from '../support/workbench';

test('the palette, the wizard, and the page of a check speak French', async ({ server, browser }) => {
  const window = await openWindow({ browser, url: server.url, workspace: 'workspace', language: 'fr' });
  try {
    const page = window.webview();
    const plan = page.getByRole('main');
    const row = (name: string): Locator => plan.getByRole('row', { name: new RegExp(`^\\s*${name},`) });
    await window.page.keyboard.press('Control+B');
    await window.run('Créer un calcul AML sécurisé');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await row('mlw-fraud-prod').click();
    await plan.getByRole('button', { name: 'Réseau' }).first().click();
    await row('vnet-ml-prod-weu').click();
    await row('snet-training').click();
    const board = page.getByRole('complementary');
    await board.getByText('Créer et modifier des calculs').click();
    await board.getByText('outbound-aml-udp-5831', { exact: true }).click();
    const check = window.webview();
    await expect(check.getByRole('heading', { name: 'Créer et modifier des calculs' })).toBeVisible();
    await expect(check.getByRole('heading', { name: 'Comment corriger' })).toBeVisible();
    await window.screenshot('french/page-d-une-verification');
    expect(window.troubles).toEqual([]);
  } finally {
    await window.close();
  }
});
