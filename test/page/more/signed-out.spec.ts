import { isAccessible } from '../../support/axe';
import { expect, test } from '../../support/page';
import { wizardIn } from '../../support/wizard';

for (const theme of ['dark', 'light', 'high-contrast'] as const) {
  test.describe(`signed out, ${theme}`, () => {
    test.use({ theme, signedOut: true });

    test('the first page shows what the extension does, and leads to the sample and its review in four clicks', async ({
      view,
      editor,
    }) => {
      const { page } = view;
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Run Azure ML compute in your own network',
      );
      await expect(page.getByRole('button', { name: 'Sign in to Azure…' })).toBeFocused();
      await expect(page.getByText('3 files in this folder describe networks.')).toBeVisible();
      await expect(page.getByRole('complementary')).toHaveCount(0);
      await isAccessible(page);
      await view.screenshot(`signed-out/${theme}`);
      await view.resize(480, 900);
      await view.screenshot(`signed-out/${theme}-480`);
      await view.resize(1382, 798);
      await page.getByRole('button', { name: 'Check files' }).click();
      await expect.poll(() => editor.opened).toEqual(['check of files']);
      await page.getByRole('button', { name: 'Read how checks work' }).click();
      await expect.poll(() => editor.opened.at(-1)).toBe('page of about');

      const wizard = wizardIn(page);
      const started = Date.now();
      let clicks = 0;
      const click = async (label: string): Promise<void> => {
        clicks += 1;
        await wizard.press(label);
      };
      await click('Explore the sample');
      await expect(wizard.plan.locator('.tag')).toHaveCount(2);
      await click('Review plan');
      await expect(wizard.button('Create in Azure')).toBeVisible();
      expect(clicks).toBeLessThanOrEqual(4);
      test.info().annotations.push({ type: 'seconds', description: String((Date.now() - started) / 1000) });
    });
  });
}

test.describe('in French', () => {
  test.use({ language: 'fr', signedOut: true, theme: 'light' });

  test('the first page is French', async ({ view }) => {
    await expect(view.page.getByRole('button', { name: /^Explorer/ })).toBeVisible();
    await view.screenshot('signed-out/french');
  });
});

for (const [networkFiles, text, links] of [
  [null, 'Ouvrez un dossier pour vérifier des fichiers.', 1],
  [0, 'Aucun fichier de ce dossier ne décrit de réseau.', 0],
] as const) {
  test.describe(`files: ${String(networkFiles)}`, () => {
    test.use({ language: 'fr', signedOut: true, networkFiles, theme: 'light' });

    test(`a folder can be opened only if none is open: ${String(networkFiles)}`, async ({ view }) => {
      const files = view.page.locator('.files');
      await expect(files.getByText(text)).toBeVisible();
      await expect(files.getByRole('button')).toHaveCount(links);
      await isAccessible(view.page);
      await view.screenshot(`signed-out/files-${String(networkFiles)}`);
      await view.resize(480, 900);
      await view.screenshot(`signed-out/files-${String(networkFiles)}-480`);
    });
  });
}
