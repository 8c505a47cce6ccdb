import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/places.mjs';
import { themeNames, writeSettings, type Theme } from '../../support/vscode-window';
import { openWalkthrough, walkthroughStep, walkthroughSteps } from '../../support/walkthrough';
import { expect, test } from '../../support/workbench';

/** Each picture is known by how many shapes it has. */
const shapesIn = (picture: string): number =>
  readFileSync(join(root, picture), 'utf8').match(/<(rect|path|circle|text) /g)?.length ?? 0;

test('VS Code draws the picture of each step of the walkthrough, in every theme', async ({ workbench }) => {
  await openWalkthrough(workbench);
  const picture = workbench.webview().locator('svg > *');
  for (const theme of ['dark', 'light', 'high-contrast'] satisfies Theme[]) {
    writeSettings(workbench.folder, { 'workbench.colorTheme': themeNames[theme] });
    await expect(workbench.webview().locator('body')).toHaveClass(new RegExp(`vscode-${theme}( |$)`));
    expect(walkthroughSteps.length).toBeGreaterThan(1);
    for (const [index, { name, picture: file }] of walkthroughSteps.entries()) {
      const step = walkthroughStep(workbench, name);
      // Pressing an open step closes it.
      if (!/expanded/.test((await step.getAttribute('class')) ?? '')) await step.click();
      await expect(step).toHaveClass(/expanded/);
      await expect(picture, `${name} in ${theme}`).toHaveCount(shapesIn(file));
      await workbench.screenshot(`walkthrough/${theme}-${index + 1}`);
    }
  }
});
