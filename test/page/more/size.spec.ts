import { expect, test, type Theme } from '../../support/page';
import { isAccessible } from '../../support/axe';
import { cutTextsOf, sideways } from '../layout';
import { rsa2048 } from '../../unit/plans/ssh-keys';

const key = `ssh-rsa ${rsa2048} anna@contoso`;
const anna = '11111111-2222-3333-4444-555555555555';
const tenant = '66666666-7777-8888-9999-000000000000';

for (const theme of ['dark', 'light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });

    test('creates a cluster with an SSH key, an identity, and a tag', async ({ view, wizard }) => {
      const shot = (name: string): Promise<void> => view.screenshot(`size-${theme}/${name}`);
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
      await wizard.continueTo('Size');
      await shot('1-as-it-is');
      await wizard.fill('Name', 'cpu-night');
      await wizard.pick('SSH', 'On');
      await expect(
        wizard.plan.getByRole('radiogroup', { name: 'Public port' }).getByRole('radio', { name: 'Closed' }),
      ).toBeChecked();
      await wizard.field('SSH public key').fill('-----BEGIN OPENSSH PRIVATE KEY-----');
      await expect(wizard.plan.getByText(/^This is a private key, which wasn’t saved/)).toBeVisible();
      await expect(wizard.field('SSH public key')).toHaveValue('');
      await shot('2-private-key');
      await wizard.field('SSH public key').fill(key);
      await expect(wizard.plan.getByText('RSA, 2048 bits')).toBeVisible();
      await wizard.plan.getByRole('combobox', { name: 'Managed identity' }).click();
      const identity = wizard.plan.getByRole('option', { name: /id-fraud-train/ });
      await identity.hover();
      const background = await identity
        .locator('.detail')
        .first()
        .evaluate((detail) => getComputedStyle(detail).backgroundColor);
      // The selected line has one background. A second one under its details would be darker.
      expect(background).toBe('rgba(0, 0, 0, 0)');
      await identity.click();
      await wizard.press('Add tag');
      await wizard.fill('Name of tag 1', 'costs');
      await wizard.fill('Value of tag 1', 'fraud');
      await wizard.fill('Minimum nodes', '1');
      await shot('3-filled');
      await view.resize(422, 920);
      await wizard.field('SSH public key').scrollIntoViewIfNeeded();
      await shot('4-filled-480');
      await view.resize(1382, 798);
      await wizard.continueTo('Review');
      await expect(wizard.plan.getByText('User azureuser with a key (public port closed)')).toBeVisible();
      await expect(wizard.plan.getByText('id-fraud-train (user-assigned)')).toBeVisible();
      await wizard.press('Create in Azure');
      await expect(wizard.heading('cpu-night is ready')).toBeVisible();
      await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
      for (const part of ['SSH', 'Managed identity', 'Tags']) {
        await expect(wizard.plan.locator('.comparison')).toContainText(part);
      }
      await shot('5-ready');
    });
  });
}

for (const language of ['en', 'fr'] as const) {
  test.describe(`the price in ${language}`, () => {
    test.use({ theme: 'light', language });

    test(`is at the end of the heading, whether Size is open or not: ${language}`, async ({
      view,
      wizard,
    }) => {
      const heading = wizard.plan.getByRole('heading', { level: 2 }).nth(3).getByRole('button');
      const price = heading.locator('.price');
      await expect(price).toHaveText(
        language === 'en' ? '$0.14 per node and hour' : '0,14\u00a0$US par nœud et par heure',
      );
      for (const width of [1382, 480]) {
        await view.resize(width, 798);
        await heading.scrollIntoViewIfNeeded();
        const name = `size-price/${language}-${String(width)}`;
        await view.screenshot(`${name}-closed`);
        await heading.click();
        await expect(heading).toHaveAttribute('aria-expanded', 'true');
        await expect(price).toBeVisible();
        expect(await cutTextsOf(wizard)).toEqual([]);
        expect(await sideways(wizard)).toEqual([]);
        await view.screenshot(`${name}-open`);
        await heading.click();
      }
      await isAccessible(view.page);
    });
  });
}

test('creates an instance for another user with idle shutdown', async ({ view, wizard }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`size-instance/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute instance' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await wizard.continueTo('Size');
  await wizard.fill('Name', 'ci-night');
  await wizard.pick('Assigned to', 'Another user');
  await wizard.fill('Object ID', anna);
  await wizard.fill('Tenant ID', 'contoso');
  await expect(wizard.plan.getByText(/^Enter a tenant ID, such as/)).toBeVisible();
  await shot('1-no-tenant');
  await wizard.fill('Tenant ID', tenant);
  await expect(wizard.plan.getByText(/^Enter a tenant ID, such as/)).toHaveCount(0);
  await wizard.fill('Idle minutes before the instance stops', '30');
  await shot('2-filled');
  await view.resize(422, 920);
  await shot('3-filled-480');
  await view.resize(1382, 798);
  await wizard.continueTo('Review');
  await expect(wizard.plan.getByText('Stops after 30 idle minutes')).toBeVisible();
  await expect(wizard.plan.getByText(`Object ID ${anna}`)).toBeVisible();
  await wizard.press('Create in Azure');
  await expect(wizard.heading('ci-night is ready')).toBeVisible();
  for (const part of ['Assigned to', 'Stops when idle']) {
    await expect(wizard.plan.locator('.comparison')).toContainText(part);
  }
  await shot('4-ready');
});
