import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { root } from '../../scripts/places.mjs';
import type { VscodeWindow } from './vscode-window';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const texts = read('package.nls.json') as Readonly<Record<string, string>>;
const { contributes } = read('package.json') as {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly title: string;
      readonly steps: readonly { readonly title: string; readonly media: { readonly svg: string } }[];
    }[];
  };
};
const [walkthrough] = contributes.walkthroughs;
const textOf = (key: string): string => texts[key.slice(1, -1)] ?? key;
const title = textOf(walkthrough?.title ?? '');

/** The steps as the manifest declares them, with the path of each picture. */
export const walkthroughSteps = (walkthrough?.steps ?? []).map((step) => ({
  name: textOf(step.title),
  picture: step.media.svg,
}));

export async function openWalkthrough(workbench: VscodeWindow): Promise<void> {
  await workbench.ask('Welcome: Open Walkthrough...');
  await workbench.page.locator('.quick-input-widget').getByRole('option', { name: title }).click();
  await expect(workbench.page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

export const walkthroughStep = ({ page }: VscodeWindow, name: string): Locator =>
  page.locator('.getting-started-step').filter({ has: page.locator(`.step-title:text-is("${name}")`) });

/** Returns the steps that VS Code marks as done. */
export async function doneSteps(workbench: VscodeWindow): Promise<readonly string[]> {
  const checked = await Promise.all(
    walkthroughSteps.map(({ name }) => walkthroughStep(workbench, name).getAttribute('aria-checked')),
  );
  return walkthroughSteps.flatMap(({ name }, index) => (checked[index] === 'true' ? [name] : []));
}
