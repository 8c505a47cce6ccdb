import type { FrameLocator, Locator } from '@playwright/test';
import { english } from '../../src/messages/en/catalogue';
import { french } from '../../src/messages/fr/catalogue';
import { openWindow } from '../support/vscode-window';
import { expect, test } from '../support/workbench';

/** Every text of the page, boxes and open lists too. */
function textsOf(page: FrameLocator): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const texts: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data.trim());
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Element) {
        for (const name of ['aria-label', 'placeholder', 'title']) texts.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      node.childNodes.forEach(visit);
    };
    visit(host);
    return texts.filter((text) => text !== '');
  });
}

/** Texts that are not shown whole: cut by their box, or by the picture. */
function cutTextsOf(page: FrameLocator): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const cut: string[] = [];
    const visit = (node: Element): void => {
      const isCut =
        node instanceof SVGTextContentElement
          ? [...node.childNodes].some((one) => one instanceof Text && one.data.trim().endsWith('…'))
          : getComputedStyle(node).textOverflow === 'ellipsis' && node.scrollWidth > node.clientWidth;
      if (isCut) cut.push(node.textContent.trim());
      [...(node.shadowRoot?.children ?? []), ...node.children].forEach(visit);
    };
    visit(host);
    return cut;
  });
}

/** Texts of the catalogue, without values to fill in, that no French text is. */
const onlyEnglish: ReadonlySet<string> = new Set<string>(
  Object.values(english).filter((text) => !text.includes('{') && !Object.values(french).includes(text)),
);

test('from the palette to a cluster whose node starts, in French', async ({ server, browser }) => {
  const window = await openWindow({ browser, url: server.url, workspace: 'workspace', language: 'fr' });
  try {
    const page = window.webview();
    const plan = page.getByRole('main');
    const row = (name: string): Locator => plan.getByRole('row', { name: new RegExp(`^\\s*${name},`) });
    const next = async (section: string): Promise<void> => {
      await plan.getByRole('button', { name: new RegExp(`^Continuer\\s:\\s${section}`) }).click();
    };
    const shot = async (name: string): Promise<void> => {
      await window.screenshot(`french/${name}`);
      const left = (await textsOf(page)).filter((text) => onlyEnglish.has(text));
      expect.soft(left, `English in ${name}`).toEqual([]);
      expect.soft(await cutTextsOf(page), `cut in ${name}`).toEqual([]);
    };

    await window.page.keyboard.press('Control+B');
    await window.run('Créer un calcul AML sécurisé');
    await expect(row('mlw-fraud-prod')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await shot('1-ou');
    // Somebody quick: the page need not have shown the choice before they go on.
    await row('mlw-fraud-prod').click();
    await next('Quoi');
    await expect(plan.getByRole('radio', { name: 'Cluster de calcul', exact: true })).toBeChecked();
    await shot('2-quoi');
    await next('Réseau');
    await row('vnet-ml-prod-weu').click();
    await row('snet-training').click();
    const board = page.getByRole('complementary');
    await expect(board.getByRole('heading', { name: 'État de préparation de snet-training' })).toBeVisible();
    await expect(board.locator('.summary')).toHaveText('Pas prêt\u00a0: 3 à corriger');
    await shot('3-reseau-bloque');
    await board.getByRole('button', { name: /^Corriger les 3/ }).click();
    await expect(page.getByRole('heading', { name: 'Corriger 3 exigences de snet-training' })).toBeVisible();
    await shot('3-correction');
    await page.getByRole('button', { name: /^Revenir au plan/ }).click();
    await row('snet-train-gpu').click();
    await expect(board.locator('.summary')).toHaveText('Prêt, 2 conseillés');
    await shot('4-reseau-pret');
    await next('Taille');
    const name = plan.getByLabel('Nom', { exact: true });
    await name.fill('cpu-fraude');
    await name.press('Tab');
    await expect(plan.getByText('Libre dans mlw-fraud-prod')).toBeVisible();
    const least = plan.getByLabel('Nœuds, minimum', { exact: true });
    await least.fill('1');
    await least.press('Tab');
    await shot('5-taille');
    await next('Vérification');
    await expect(plan.getByRole('button', { name: 'Créer dans Azure', exact: true })).toBeVisible();
    await shot('6-verification');
    await plan.getByRole('button', { name: 'Créer dans Azure', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Création de cpu-fraude' })).toBeVisible();
    await shot('7-creation');
    await expect(page.getByRole('heading', { name: 'cpu-fraude est prêt' })).toBeVisible({ timeout: 60_000 });
    await expect(plan.getByText(/Nœuds dans snet-train-gpu\s: 1 sur 1 prêt/)).toBeVisible();
    await expect(plan.locator('.comparison')).toContainText('comme prévu');
    await shot('8-pret');
    expect(window.troubles).toEqual([]);
  } finally {
    await window.close();
  }
});

test('the page of a check speaks French', async ({ server, browser }) => {
  const window = await openWindow({ browser, url: server.url, workspace: 'workspace', language: 'fr' });
  try {
    const page = window.webview();
    const plan = page.getByRole('main');
    const row = (name: string): Locator => plan.getByRole('row', { name: new RegExp(`^\\s*${name},`) });
    await window.page.keyboard.press('Control+B');
    await window.run('Créer un calcul AML sécurisé');
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
  } finally {
    await window.close();
  }
});
