import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus, openProblems } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import type { VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

const toFix = ({ page }: VscodeWindow) => fileStatus(page, /\d+ errors?/);

/** Takes one of the actions that the rule offers. */
async function act(window: VscodeWindow, title: RegExp | string): Promise<void> {
  const action = await actionAt(window, title, "'Deny-All'");
  await action.click();
}

/** How many problems the view counts, of whichever extension. */
const counted = ({ page }: VscodeWindow) =>
  page.locator('.panel .action-item.checked .badge-content').first();

/** Returns all problems of the view, which is maximized for this. */
async function reported(window: VscodeWindow): Promise<readonly string[]> {
  const { page, run } = window;
  await run('View: Toggle Maximized Panel');
  const rows = page.locator('.markers-panel .monaco-list-row .marker-message-line');
  await expect(rows).toHaveCount(Number(await counted(window).innerText()));
  const texts = await rows.allInnerTexts();
  await run('View: Toggle Maximized Panel');
  return texts;
}

const theirs = 'Rules are written in place.';

test.use({ workspace: 'files', settings: { 'otherBicep.on': true } });

test('with another Bicep extension, VS Code shows the problems and quick fixes of both, and neither suppresses the other', async ({
  workbench: window,
}) => {
  const { page, folder } = window;
  const file = join(folder, 'infra', 'network.bicep');
  const text = readFileSync(file, 'utf8');
  await openFile(page, 'network.bicep');
  await expect(toFix(window)).toBeVisible();
  await openProblems(window.page, /\d+ errors?/);
  await expect(page.locator('.markers-panel').getByText(theirs)).toBeVisible();
  const before = await reported(window);
  expect(before.filter((one) => one.includes(theirs))).toHaveLength(1);
  expect(new Set(before).size).toBe(before.length);
  await window.screenshot('files-beside-others');

  await act(window, 'Disable rules-in-place for this line');
  await expect(counted(window)).toHaveText(String(before.length - 1));
  await act(window, /^Suppress: \d+ flows blocked by Deny-All/);
  await expect(counted(window)).toHaveText(String(before.length - 2));
  const left = (await reported(window)).join('\n');
  expect(left).not.toContain('Deny-All');
  expect(left).not.toContain(theirs);
  await window.screenshot('files-beside-others-quiet');

  await window.run('Format Document');
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('// formatted by somebody');
  const saved = readFileSync(file, 'utf8').split('\n');
  const added = saved.filter((line) => !text.split('\n').includes(line));
  expect(added).toEqual([
    '// formatted by somebody',
    expect.stringMatching(/^ {8}\/\/ aml-secure-compute: ignore-next-line( outbound-\S+){6}$/),
    '        #disable-next-line rules-in-place',
  ]);
});
