import { expect, test, type View } from '../../support/page';
import { cutTextsOf } from '../layout';
import { isAccessible } from '../../support/axe';
import type { Wizard } from '../../support/wizard';

/** Creates a cluster that keeps a node, whatever Readiness says. */
async function create(wizard: Wizard, subnet: string, name: string): Promise<void> {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', subnet);
  await wizard.continueTo('Size');
  await wizard.fill('Name', name);
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await wizard.press(/^Create (in Azure|anyway…)$/);
}

const shotIn =
  (view: View, theme: string) =>
  (name: string): Promise<void> =>
    view.screenshot(`last-page/${theme}-${name}`);

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test(`a ready cluster shows its cost, tests its network after a question, and has code: ${theme}`, async ({
      view,
      wizard,
      editor,
    }) => {
      const shot = shotIn(view, theme);
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
      await wizard.continueTo('Size');
      await wizard.fill('Name', 'cpu-ready');
      await wizard.continueTo('Review');
      await wizard.press('Create in Azure');
      await expect(wizard.heading('cpu-ready is ready')).toBeFocused();
      await expect(wizard.plan.getByText(/No charge for machines while no node runs/)).toBeVisible();
      await isAccessible(view.page);
      await shot('4-ready');
      await wizard.press('Start one node…');
      await expect(wizard.plan.getByText('Failed: 2 of 13 testable flows')).toBeVisible();
      expect(editor.confirmed.at(-1)?.title).toBe(
        'Start one node of compute cluster cpu-ready to test the network?',
      );
      await expect(wizard.plan.getByText('Not testable: UDP sends no answer.')).toBeVisible();
      const tabs = wizard.plan.getByRole('tablist', { name: 'Run a job on it' });
      await tabs.getByRole('tab', { name: 'Python SDK v2' }).press('ArrowRight');
      await expect(tabs.getByRole('tab', { name: 'CLI job YAML' })).toBeFocused();
      await expect(wizard.plan.getByRole('tabpanel')).toContainText('compute: azureml:cpu-ready');
      await wizard.press('Copy code');
      await expect.poll(() => editor.copied.at(-1)).toContain('compute: azureml:cpu-ready');
      await isAccessible(view.page);
      await shot('5-tested');
      await view.resize(480, 900);
      await shot('6-tested-480');
      await view.resize(1382, 798);
      await wizard.press('Create another');
      await expect(wizard.section('Compute')).toHaveAttribute('aria-expanded', 'true');
    });

    test(`a failure names its cause, and its first button is the remedy: ${theme}`, async ({
      view,
      wizard,
      editor,
    }) => {
      const shot = shotIn(view, theme);
      await create(wizard, 'snet-training', 'cpu-fraud');
      const heading = wizard.heading(/^cpu-fraud wasn’t set up: NSG rule 4096 Deny-All blocks \d flows$/);
      await expect(heading).toBeFocused();
      const worst = wizard.plan.getByRole('listitem').filter({ hasText: 'Most likely' });
      await expect(worst).toContainText('Outbound 443 to Azure Batch (BatchNodeManagement)');
      await expect(worst).toContainText(/TCP 10\.40\.4\.\d+ → .+ port 443/);
      await expect(worst).toContainText(/ben\.fischer@contoso\.com last changed Deny-All on \d+ \w+ \d{4}, /);
      await expect(worst).toContainText(/That was \d+ \w+ before you sent the request\./);
      const ruledOut = wizard.plan.getByRole('listitem').filter({ hasText: 'Ruled out' });
      await expect(ruledOut).toHaveText(
        /Addresses, quota, and permissions\s+\d+ of \d+ addresses free\. \d+ of \d+ cores left in this family\. Your roles were checked again at [\d:]+\./,
      );
      const [likely, checked] = [await worst.boundingBox(), await ruledOut.boundingBox()];
      // Three checks that passed take less space than the cause.
      expect(checked?.height).toBeLessThan(likely?.height ?? 0);
      await expect(wizard.plan.getByText(/^AllocationTimedout: /)).toBeVisible();
      await isAccessible(view.page);
      await shot('1-failed');
      await wizard.press('Copy for support');
      await expect.poll(() => editor.copied.at(-1)).toMatch(/Request ID: [\w-]{8,}/);
      expect(editor.copied.at(-1)).not.toContain('contoso.com');
      await view.resize(480, 900);
      await shot('2-failed-480');
      await view.resize(1382, 798);

      await expect(wizard.plan.getByText('Ctrl+Enter')).toBeVisible();
      await view.page.keyboard.press('Control+Enter');
      await expect(wizard.button('Apply and try again…')).toBeVisible();
      await shot('3-fix');
      await wizard.press('Apply and try again…');
      await expect(wizard.heading('cpu-fraud is ready')).toBeVisible();
      expect(editor.confirmed.map(({ button }) => button)).toEqual(['Create anyway', 'Change', 'cpu-fraud']);
    });
  });
}

/** Records what screen readers announce from now on. */
function listenForAnnouncements(view: View): Promise<void> {
  return view.page.evaluate(() => {
    const announced: string[] = [];
    Object.assign(window, { announced });
    const listen = (root: ParentNode): void => {
      for (const region of root.querySelectorAll('[aria-live]')) {
        const note = (): void =>
          void (region.textContent.trim() && announced.push(region.textContent.trim()));
        new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
      }
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) listen(element.shadowRoot);
    };
    listen(document);
  });
}

const announcedOn = (view: View): Promise<readonly string[]> =>
  view.page.evaluate(() => (window as unknown as { announced: string[] }).announced);

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('a failure names who last changed the rule, and isn’t cut off', async ({ view, wizard }) => {
    const next = (section: string): Promise<void> =>
      wizard.press(new RegExp(`^Continuer\\svers\\s${section}`));
    await wizard.clickRow(wizard.row('mlw-fraud-prod'));
    await next('Calcul');
    await next('Réseau');
    await wizard.clickRow(wizard.row('vnet-ml-prod-weu'));
    await wizard.clickRow(wizard.row('snet-training'));
    await next('Taille');
    await wizard.fill('Nom', 'cpu-fraude');
    await wizard.fill('Nombre minimal de nœuds', '1');
    await next('Vérification');
    await wizard.press(/^Créer/);
    const line = wizard.plan.getByText(
      /^Dernière modification de Deny-All\s: ben\.fischer@contoso\.com, le \d+ .* \(journal d’activité\)\. C’était \d+ \S+ avant l’envoi de votre requête\.$/,
    );
    await expect(line).toBeVisible();
    await isAccessible(view.page);
    expect(await cutTextsOf(wizard)).toEqual([]);
    await view.screenshot('last-page/french-failed');
    await view.resize(480, 900);
    await expect(line).toBeVisible();
    expect(await cutTextsOf(wizard)).toEqual([]);
    await view.screenshot('last-page/french-failed-480');
  });
});

test.describe('a slow activity log', () => {
  test.use({ faults: [{ kind: 'slow', match: '/eventtypes/', milliseconds: 2500, times: 9 }] });

  test('doesn’t delay the failure: its line joins later, without an announcement, and focus stays', async ({
    view,
    wizard,
  }) => {
    await create(wizard, 'snet-training', 'cpu-fraud');
    await expect(wizard.heading(/^cpu-fraud wasn’t set up: /)).toBeFocused();
    const line = wizard.plan.getByText(/last changed Deny-All on/);
    await expect(wizard.plan.getByText('Most likely')).toBeVisible();
    await expect(line).toHaveCount(0);
    await listenForAnnouncements(view);
    const button = wizard.button('Copy for support');
    await button.focus();
    await expect(line).toBeVisible();
    await expect(button).toBeFocused();
    // Announcements wait for each other for 800 ms.
    await view.page.waitForTimeout(1000);
    expect(await announcedOn(view)).toEqual([]);
    await isAccessible(view.page);
  });
});
