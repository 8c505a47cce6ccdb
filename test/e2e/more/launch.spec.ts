import { expect, test } from '../../support/workbench';

test.use({ workspace: 'start-workspace' });

test('in the folder of npm start, of a server that is asked to, VS Code opens with the wizard', async ({
  workbench,
}) => {
  await expect(workbench.page.getByRole('tab', { name: 'Create secured AML compute' })).toBeVisible();
});
