import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPrefix } from '../../../src/core/addresses/prefix';
import { openProblems } from '../../support/file-status';
import { goTo, hoverAt } from '../../support/quick-fixes';
import { openFile } from '../../support/open-file';
import { shippedTags } from '../../support/shipped-tags';
import { expect, test } from '../../support/workbench';
import { wizardOf } from '../../support/wizard';

const folder = join(tmpdir(), `aml-tags-${randomUUID()}`);
/** Microsoft's file of another week, in which Azure ML has other addresses. */
const file = join(folder, 'ServiceTags_Public_20261116.json');
const moved = ['198.51.100.0/24'];

test.use({ workspace: 'files', userSettings: { 'amlSecureCompute.serviceTags.file': file } });

test.beforeAll(() => {
  mkdirSync(folder);
  const tags = shippedTags('public');
  const values = tags.names.map((name) => ({
    name,
    id: name,
    properties: {
      addressPrefixes:
        name === 'AzureMachineLearning' ? moved : (tags.prefixes(name) ?? []).map(formatPrefix),
    },
  }));
  writeFileSync(file, JSON.stringify({ changeNumber: 400, cloud: 'Public', values }));
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('files use the list of service tags that a setting names; with a subscription, the wizard uses Azure’s list', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await openProblems(page, /\d+ errors?/);
  await goTo(workbench, "'Deny-All'");
  // The flows before those to Azure ML are suppressed, so the hover shows the packet to Azure ML.
  await page.keyboard.press('Home');
  await page.keyboard.type(
    '// aml-secure-compute: ignore-next-line outbound-entra-80-443 outbound-aml-443\n',
  );
  await hoverAt(workbench, /198\.51\.100\.\d+ port 5831/);
  await workbench.screenshot('service-tags/1-named-file');

  // The sample's list has another change number than the named file, so it's the live list.
  await workbench.run('Create secured AML compute');
  const wizard = wizardOf(workbench);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  const today = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date());
  await expect(wizard.readiness.getByText(`Service tags as of ${today}`)).toBeVisible();
  await workbench.screenshot('service-tags/2-live');
});
