import { expect, test } from '../../support/page';

const secret = 'S3cret-of-the-machine';

test('a virtual machine whose NIC blocks all inbound traffic is fixed and attached, and its password never appears on the page', async ({
  view,
  wizard,
  editor,
}) => {
  editor.answers.secret = secret;
  const shot = (name: string): Promise<void> => view.screenshot(`attach/${name}`);
  await wizard.choose('mlw-fraud-prod');
  await wizard.continueTo('Compute');
  await wizard.pick('Kind', 'Virtual machine');
  await expect(wizard.plan.getByRole('radiogroup')).toHaveCount(1);
  await shot('1-what');
  await wizard.continueTo('Network');
  await expect(wizard.row('vm-reports-win')).toContainText('Not Ubuntu');
  await wizard.choose('vm-dsvm-churn');
  await expect(wizard.row('snet-dev-machines')).toContainText('1 error');
  await expect(wizard.summary).toContainText('Not ready: 1 error');
  await wizard.toggle('Inbound TCP 22 from AzureMachineLearning (SSH)');
  await shot('2-network');

  await wizard.fixWorst();
  await expect(wizard.plan.getByText('Tested on a copy')).toBeVisible();
  await shot('3-fix');
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([{ title: 'Change nsg-vm-dsvm-churn in Azure?', button: 'Change' }]);
  await wizard.button('Back to the plan').last().click();
  await expect(wizard.summary).toHaveText('Ready; 9 flows rely on default rules');
  await expect(wizard.row('vm-dsvm-churn')).toContainText('Ready, by default rules');

  await wizard.continueTo('Access');
  await expect(wizard.field('SSH address')).toHaveAttribute('readonly');
  await wizard.fill('User name', 'anna');
  await shot('4-access');
  await wizard.continueTo('Review');
  await expect(wizard.plan.getByText(/^SSH to .+, port 22, as anna with a password$/)).toBeVisible();
  await shot('5-review');
  await wizard.press('Attach in Azure');
  await expect(wizard.heading('vm-dsvm-churn is attached')).toBeVisible({ timeout: 30_000 });
  expect(editor.asked).toEqual(['Password for anna on vm-dsvm-churn']);
  await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
  await shot('6-attached');
  await expect(wizard.page.locator('body')).not.toContainText(secret);

  await wizard.press('Show in Compute');
  await expect.poll(() => editor.opened).toEqual(['line of vm-dsvm-churn']);
});

test('for the two subnets of Databricks, Readiness shows either one', async ({ view, wizard, editor }) => {
  editor.answers.secret = secret;
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Azure Databricks' });
  await wizard.choose('adb-scoring-weu');
  const title = (subnet: string): string => `Readiness of adb-scoring-weu in ${subnet}`;
  await expect(wizard.readiness.getByRole('heading', { name: title('snet-dbx-scoring-host') })).toBeVisible();
  await expect(wizard.row('snet-dbx-scoring-container')).toContainText('1 error (');
  await wizard.choose('snet-dbx-scoring-container');
  await expect(
    wizard.readiness.getByRole('heading', { name: title('snet-dbx-scoring-container') }),
  ).toBeVisible();
  await view.screenshot('attach/databricks-two-subnets');
  await wizard.choose('adb-features-weu');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await wizard.continueTo('Access');
  await expect(wizard.plan.getByText(/enter a Databricks access token/)).toBeVisible();
  await view.screenshot('attach/databricks-access');
  await view.resize(480, 920);
  await wizard.continueTo('Review');
  await view.screenshot('attach/databricks-review-480');
  await wizard.section('Network').click();
  await expect(wizard.row('adb-features-weu')).toBeVisible();
  await view.screenshot('attach/databricks-network-480');
  await wizard.open('Review');
  await wizard.press('Attach in Azure');
  await expect(wizard.heading(/ is attached$/)).toBeVisible({ timeout: 30_000 });
});

test.describe('in French and in light', () => {
  test.use({ theme: 'light', language: 'fr' });

  test('HDInsight is attached in French and in light', async ({ view, wizard }) => {
    await wizard.choose('mlw-fraud-prod');
    await wizard.press('Continuer vers Calcul');
    await wizard.pick('Type', 'HDInsight');
    await view.screenshot('attach/french-1-what');
    await wizard.press('Continuer vers Réseau');
    await expect(wizard.row('hdi-payments')).toContainText('Private Link uniquement');
    await wizard.choose('hdi-fraud-spark');
    await expect(wizard.row('snet-hdi-spark')).toBeVisible();
    await view.screenshot('attach/french-2-network');
    await wizard.press('Continuer vers Accès');
    await view.screenshot('attach/french-3-access');
    await wizard.press('Continuer vers Vérification');
    await expect(wizard.button('Attacher dans Azure')).toBeVisible();
    await view.screenshot('attach/french-4-review');
  });
});
