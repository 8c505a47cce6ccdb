import { execFileSync } from 'node:child_process';
import { root, startVsix } from '../../../scripts/places.mjs';
import { startServer } from '../../support/vscode-window';
import { expect, test as base } from '../../support/workbench';

const test = base.extend({
  // Its own server, because an environment variable of the server applies to all its windows.
  server: [
    async ({}, use) => {
      execFileSync(process.execPath, ['scripts/package.mjs', '--for-start'], { cwd: root });
      const server = await startServer({ AML_SECURE_COMPUTE_OPEN: 'wizard' }, [], startVsix);
      try {
        await use(server);
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
test.use({ workspace: 'start-workspace' });

test('in the folder of npm start, VS Code opens with the wizard if the server requests it', async ({
  workbench,
}) => {
  await expect(workbench.page.getByRole('tab', { name: 'Create secured AML compute' })).toBeVisible();
});
