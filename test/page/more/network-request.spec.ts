import { isAccessible } from '../../support/axe';
import { expect, test } from '../../support/page';
import { sideways } from '../layout';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme, size: { width: 1382, height: 798 } });

    test(`a request states each layer of each flow, and is copied, sent, and confirmed, in ${theme}`, async ({
      view,
      wizard,
      hosted,
      editor,
    }) => {
      const look = async (name: string): Promise<void> => {
        await view.screenshot(`network-request/${theme}-${name}`);
        await isAccessible(view.page);
      };
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
      await wizard.chooseSubnet('vnet-spoke-risk-weu', 'snet-train-hub');
      await hosted.session.openRequest();
      const heading = wizard.plan.getByRole('heading', { name: 'Network request for snet-train-hub' });
      await expect(heading).toBeFocused();
      await expect(wizard.readiness).toBeHidden();
      const table = wizard.plan.getByRole('table');
      await expect(table.getByRole('columnheader', { name: 'Firewall' })).toBeVisible();
      const batch = table.getByRole('row', { name: /BatchNodeManagement\.WestEurope/ });
      await expect(batch.getByRole('rowheader')).toContainText('443');
      await expect(batch).toContainText('To 10.0.1.4');
      await expect(batch).toContainText('Not known');
      const heights = await table
        .locator('.hosts span')
        .evaluateAll((hosts) => hosts.map((host) => host.getBoundingClientRect().height));
      // A name breaks only if it's longer than the column.
      expect(Math.max(...heights)).toBeLessThan(20);
      await look('1-table');

      const show = wizard.plan.getByRole('combobox', { name: 'Show' });
      const lost = table.getByRole('row', { name: /44224/ });
      await show.selectOption('All flows and layers');
      await expect(lost.first()).toBeVisible();
      await show.selectOption('Firewall');
      await expect(lost).toHaveCount(0);
      await expect(batch).toBeVisible();
      await show.selectOption('Needs action');

      await wizard.plan.getByText('Markdown preview').click();
      await expect(wizard.plan.getByText('### Code for Azure Firewall (Bicep)')).toBeVisible();
      await look('2-markdown');
      await wizard.plan.getByText('Table', { exact: true }).click();

      await wizard.press('Copy request');
      await expect(wizard.button('Copied')).toBeVisible();
      await wizard.press('Open email');
      await wizard.press('Save…');
      await expect
        .poll(() => editor.savedTexts.map(({ name }) => name))
        .toEqual(['request-snet-train-hub.md']);
      expect(editor.opened[0]).toMatch(/^mailto:\?subject=Network%20request%20for%20snet-train-hub&body=/);
      expect(editor.copied).toHaveLength(2);

      await view.resize(480, 800);
      await expect(table).toBeVisible();
      expect(await sideways(wizard)).toEqual([]);
      await expect(batch).toContainText('Firewall: Not known');
      await look('3-narrow');
      await view.resize(320, 800);
      expect(await sideways(wizard)).toEqual([]);
      await view.resize(1382, 798);

      await view.page.keyboard.press('Escape');
      await expect(table).toHaveCount(0);
      await expect(wizard.readiness).toBeVisible();
    });
  });
}

test.describe('confirmed', () => {
  test.use({ theme: 'light' });

  test('a flow that others confirmed shows who and when, and can be undone', async ({
    view,
    wizard,
    hosted,
  }) => {
    await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
    await wizard.chooseSubnet('vnet-spoke-risk-weu', 'snet-train-hub');
    hosted.typed.push('Network team');
    await hosted.session.openRequest();
    await wizard.press('Mark as confirmed…');
    const mark = wizard.plan.getByText(/Confirmed by you, .+: Network team/);
    await expect(mark).toBeVisible();
    await view.screenshot('network-request/light-4-confirmed');
    await isAccessible(view.page);
    await wizard.plan.getByRole('button', { name: /^Undo: Confirmed by you/ }).click();
    await expect(mark).toHaveCount(0);
    await view.page.keyboard.press('Escape');
    await expect(wizard.readiness).toBeVisible();
  });
});

test.describe('blocked', () => {
  test.use({ theme: 'light', language: 'fr' });

  test('a request in French', async ({ view, wizard, hosted }) => {
    await wizard.plan.getByRole('heading', { level: 2 }).first().waitFor();
    await hosted.session.openRequest();
    await expect(wizard.plan.getByRole('heading', { name: 'Demande réseau', exact: true })).toBeVisible();
    await view.screenshot('network-request/light-5-french');
  });
});
