import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

const udp = /^Allow UDP 5831 to AzureMachineLearning/;

test('VS Code saves a fix with the file’s own line endings and encoding: CR LF after a byte order mark, and UTF-16', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const toFix = fileStatus(page, /\d+ errors?/);
  const file = join(folder, 'infra', 'network.bicep');
  const text = readFileSync(file, 'utf8');
  const asOnWindows = join(folder, 'windows.bicep');
  writeFileSync(asOnWindows, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  writeFileSync(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));

  await openFile(page, 'windows.bicep');
  await expect(toFix).toBeVisible();
  await (await actionAt(workbench, udp)).click();
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(asOnWindows, 'utf8')).toContain("'5831'");
  const saved = readFileSync(asOnWindows, 'utf8');
  expect(saved.startsWith('\uFEFF')).toBe(true);
  expect(saved.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  await workbench.screenshot('files-encodings/1-windows');

  // A module that is read from the disk.
  await openFile(page, 'main.bicep');
  await expect(toFix).toBeVisible();
  await openFile(page, 'network.bicep');
  await (await actionAt(workbench, udp)).click();
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(file).toString('utf16le')).toContain("'5831'");
  await workbench.screenshot('files-encodings/2-utf16');
});
