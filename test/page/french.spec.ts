import type { Locator } from '@playwright/test';
import { english } from '../../src/messages/en/catalog';
import { french } from '../support/french';
import { cutTextsOf, pageTexts } from './layout';
import { expect, test } from '../support/page';

/** English catalog texts without placeholders that don't equal a French text. */
const onlyEnglish: ReadonlySet<string> = new Set<string>(
  Object.values(english).filter((text) => !text.includes('{') && !Object.values(french).includes(text)),
);

test.use({ language: 'fr', pace: 'lifelike' });

test('from the first section to a cluster whose node starts, every text is French and isn’t cut off', async ({
  view,
  wizard,
  sample,
}) => {
  const { page, plan, readiness } = wizard;
  const row = (name: string): Locator => wizard.row(name);
  const next = (section: string): Promise<void> => wizard.press(new RegExp(`^Continuer\\svers\\s${section}`));
  const shot = async (name: string): Promise<void> => {
    await view.screenshot(`french/${name}`);
    const left = (await pageTexts(wizard)).filter((text) => onlyEnglish.has(text));
    expect.soft(left, `English in ${name}`).toEqual([]);
    expect.soft(await cutTextsOf(wizard), `cut in ${name}`).toEqual([]);
  };

  await expect(row('mlw-fraud-prod')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await shot('1-espace-de-travail');
  // A fast user continues before the page has shown the choice.
  await wizard.clickRow(row('mlw-fraud-prod'));
  await next('Calcul');
  await expect(plan.getByRole('radio', { name: 'Cluster de calcul', exact: true })).toBeChecked();
  await shot('2-calcul');
  await next('Réseau');
  await wizard.clickRow(row('vnet-ml-prod-weu'));
  await wizard.clickRow(row('snet-training'));
  await expect(
    readiness.getByRole('heading', { name: 'État de préparation de snet-training' }),
  ).toBeVisible();
  await expect(wizard.summary).toHaveText('Pas prêt\u00a0: 1 erreur bloque 9 flux');
  await shot('3-reseau-bloque');
  await expect(readiness.getByRole('button', { name: /^Corriger 8 flux sur 9/ })).toBeVisible();
  await wizard.fixWorst();
  await expect(page.getByRole('heading', { name: 'Corriger 8 flux de snet-training' })).toBeVisible();
  await shot('3-correction');
  await page.getByRole('button', { name: /^Revenir au plan/ }).click();
  await wizard.clickRow(row('snet-train-gpu'));
  await expect(wizard.summary).toHaveText('Prêt, 1 avertissement');
  await shot('4-reseau-pret');
  await next('Taille');
  await wizard.fill('Nom', 'cpu-fraude');
  await expect(plan.getByText('Le nom est disponible dans mlw-fraud-prod')).toBeVisible();
  await wizard.fill('Nombre minimal de nœuds', '1');
  await shot('5-taille');
  await next('Vérification');
  await expect(wizard.button('Créer dans Azure')).toBeVisible();
  await shot('6-verification');
  await wizard.press('Créer dans Azure');
  await expect(page.getByRole('heading', { name: 'Création de cpu-fraude' })).toBeVisible();
  await shot('7-creation');
  sample.clock.advance(60_000);
  await expect(page.getByRole('heading', { name: 'cpu-fraude est prêt' })).toBeVisible();
  await expect(plan.getByText(/Tout est conforme à votre plan\./)).toBeVisible();
  await plan.getByText('Chronologie').click();
  await expect(plan.getByText(/Nœuds dans snet-train-gpu\s: 1 sur 1 prêt/)).toBeVisible();
  await shot('8-pret');
});
