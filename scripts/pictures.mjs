// `npm run pictures`: takes the pictures of the docs from the packaged extension, in VS Code's default themes.
import { ensureBrowser } from './browser.mjs';
import { packageProgram } from './places.mjs';
import { spawnProgram } from './run.mjs';
import { ensureVscodeServer } from './vscode-server.mjs';

await ensureVscodeServer();
await ensureBrowser();
const playwright = packageProgram('@playwright/test', 'playwright');
process.exitCode = await spawnProgram(process.execPath, [
  playwright,
  'test',
  '--project=pictures',
  ...process.argv.slice(2),
]);
