import { expect, test } from '../../support/page';

test('a workspace with a managed virtual network doesn’t ask for a subnet', async ({ view, wizard }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`managed-network/${name}`);
  await wizard.choose('mlw-risk-prod');
  await expect(wizard.row('mlw-risk-prod')).toContainText('managed (approved outbound)');
  await wizard.continueTo('Compute');
  await expect(wizard.plan.getByRole('radiogroup', { name: 'Public IP on nodes' })).toHaveCount(0);
  await shot('1-what');
  await wizard.continueTo('Size');
  await expect(wizard.section('Network')).toContainText(
    'The workspace manages the network, so you don’t choose a subnet',
  );

  await wizard.open('Network');
  await expect(wizard.plan.getByText('mlw-risk-prod uses a managed virtual network')).toBeVisible();
  for (const rule of ['storage-blob', 'storage-file', 'registry', 'pypi']) {
    await expect(wizard.plan.getByRole('row', { name: rule })).toContainText('Active');
  }
  await expect(wizard.summary).toHaveText('Ready');
  await shot('2-network');

  await wizard.continueTo('Size');
  await expect(wizard.plan.getByText('addresses')).toHaveCount(0);
  await wizard.fill('Name', 'cpu-risk-two');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await expect(wizard.plan.getByText('None: mlw-risk-prod uses a managed virtual network')).toBeVisible();
  const picture = wizard.plan.locator('sc-flow-picture');
  for (const text of ['Managed virtual network', 'cpu-risk-two', 'registry', 'pypi.org']) {
    await expect(picture).toContainText(text);
  }
  await expect(picture.getByRole('img')).toHaveAttribute('aria-label', '4 outbound rules: 4 active');
  await shot('3-review');
  await wizard.press('Create in Azure');
  await expect(wizard.heading('cpu-risk-two is ready')).toBeVisible();
  await shot('4-ready');
});

test.describe('not provisioned', () => {
  test.use({ pace: 'lifelike' });
  test('a managed virtual network that isn’t provisioned is provisioned before the first compute resource', async ({
    view,
    wizard,
    editor,
    sample,
  }) => {
    const shot = (name: string): Promise<void> => view.screenshot(`managed-network/${name}`);
    await wizard.choose('hub-claims-ai');
    await wizard.continueTo('Compute');
    await wizard.open('Network');
    await wizard.groupByRequirement();
    const row = wizard.requirement('Managed virtual network is provisioned');
    await expect(row).toContainText(
      'the managed virtual network isn’t provisioned yet, so the first compute resource waits for it',
    );
    await expect(wizard.summary).toHaveText('Ready, 1 warning');
    await expect(
      wizard.plan.getByText(
        'Not set up yet. Creating the first compute resource also sets it up, which takes minutes.',
      ),
    ).toBeVisible();
    await shot('5-not-set-up');

    await row.getByRole('button', { name: /^Set up now…/ }).click();
    await expect(row).toContainText(/setting up since \d/);
    expect(editor.confirmed).toMatchObject([
      {
        title: 'Set up the managed virtual network of hub-claims-ai now?',
        detail: expect.stringContaining(
          'You can’t remove the managed virtual network from the workspace afterward.',
        ),
        button: 'Set up',
      },
    ]);
    await shot('7-being-set-up');
    await row.getByRole('button', { name: /^Stop waiting/ }).click();
    const again = row.getByRole('button', { name: /^Refresh/ });
    await expect(row).toContainText(/setting up since \d/);
    await expect(wizard.plan.getByText(/^Azure has been setting it up since \d/)).toBeVisible();
    await expect(again).toBeVisible();
    await shot('7-left');
    sample.clock.advance(60_000);
    await again.click();
    await expect(
      wizard.plan.getByText('Set up. Creating the first compute resource doesn’t have to wait for it.'),
    ).toBeVisible();
    await expect(wizard.summary).toHaveText('Ready');
    await expect(row.getByRole('button')).toHaveCount(0);
    await shot('8-set-up');
  });
});
