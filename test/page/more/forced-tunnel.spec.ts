import { expect, test } from '../../support/page';

test('a forced tunnel is explained and fixed by a route, and flows that depend on an appliance are shown', async ({
  view,
  wizard,
  editor,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`forced-tunnel/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
  await wizard.chooseSubnet('vnet-spoke-risk-weu', 'snet-train-hub');
  await expect(wizard.summary).toContainText('Not ready: 1 error blocks 1 flow');
  await wizard.toggle('Inbound TCP 44224 from AzureMachineLearning');
  const reply = wizard.requirement('Inbound TCP 44224 from AzureMachineLearning');
  await expect(wizard.cause('Replies leave through appliance 10.0.1.4')).toBeVisible();
  await expect(reply).toContainText('10.0.1.4');
  await shot('1-reply-lost');

  await wizard.fixWorst();
  const route = wizard.plan.getByRole('row', {
    name: /^New AzureMachineLearning-direct AzureMachineLearning the internet$/,
  });
  await expect(route).toBeVisible();
  await expect(wizard.plan.getByText('Other subnets that use rt-hub')).toBeVisible();
  await expect(wizard.plan.getByRole('radio', { name: 'A service-tag route' })).toBeChecked();
  await shot('2-preview');
  await wizard.plan.getByRole('radio', { name: 'Ask the NVA owner' }).check();
  await expect(wizard.plan.getByText('Nothing to apply. Send the request instead.')).toBeVisible();
  await expect(route).toHaveCount(0);
  await shot('2-ask-the-owner');
  await wizard.plan.getByRole('radio', { name: 'A service-tag route' }).check();
  await expect(route).toBeVisible();
  await wizard.press(/^Apply /);
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([{ title: 'Change rt-hub in Azure?', button: 'Change' }]);
  await shot('3-applied');

  await wizard.button('Back to the plan').last().click();
  // The cause whose button opened the preview is gone.
  await expect(wizard.heading('Readiness of snet-train-hub')).toBeFocused();
  await expect(wizard.summary).toContainText('Not confirmed: ');
  await expect(wizard.readiness.getByText('Your fix is in place on rt-hub.')).toBeVisible();
  await expect(wizard.readiness.getByRole('button', { name: 'Undo…' })).toBeVisible();
  await shot('3-can-be-undone');
  await expect(wizard.cause('Depends on appliance 10.0.1.4')).toBeVisible();
  await wizard.continueTo('Size');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await expect(
    wizard.plan.getByText(/^\d+ requirements couldn’t be checked: .*AzureActiveDirectory \(sign-in\)/),
  ).toBeVisible();
  await shot('4-review');
  await wizard.press('Create in Azure');
  await expect(wizard.heading('cpu-cluster2 is ready')).toBeVisible();
  await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
  await shot('5-ready');
});
