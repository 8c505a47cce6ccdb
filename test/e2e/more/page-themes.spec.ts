import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/places.mjs';
import { themeKind, themeNames, type Theme } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

interface Look {
  readonly kind: string | undefined;
  readonly classes: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** `playwright test --project=vscode-more page-themes --update-snapshots=all` writes it as VS Code is now. */
const file = join(root, 'webview-ui', 'dev', 'themes.json');

/** Returns the variables of VS Code that the page's styles name. */
function namedVariables(): string[] {
  const styles = ['dist/webview/main.js', 'webview-ui/dev/vscode.css'].map((one) =>
    readFileSync(join(root, one), 'utf8'),
  );
  return [...new Set(styles.join('').match(/--vscode-[\w-]+/g))].sort();
}

test('the page in a plain browser has the colors and fonts that VS Code hands to a webview in each theme', async ({
  workbench,
  wizard,
}, { config }) => {
  const names = namedVariables();
  const body = wizard.page.locator('body');
  const given: Partial<Record<Theme, Look>> = {};
  mkdirSync(join(workbench.folder, '.vscode'), { recursive: true });
  for (const theme of Object.keys(themeNames) as Theme[]) {
    const settings = JSON.stringify({ 'workbench.colorTheme': themeNames[theme] });
    writeFileSync(join(workbench.folder, '.vscode', 'settings.json'), settings);
    // Newer names leave out “Default”.
    const id = new RegExp(`${themeNames[theme].replace('Default ', '')}$`);
    await expect(body).toHaveAttribute('data-vscode-theme-id', id);
    await expect(body).toHaveAttribute('data-vscode-theme-kind', themeKind(theme));
    given[theme] = await body.evaluate((element, all) => {
      const { style } = document.documentElement;
      const found = all.map((name) => [name, style.getPropertyValue(name)] as const);
      return {
        kind: element.dataset['vscodeThemeKind'],
        classes: element.className,
        variables: Object.fromEntries(found.filter(([, value]) => value !== '')),
      };
    }, names);
  }
  if (config.updateSnapshots === 'all') writeFileSync(file, `${JSON.stringify(given, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(given);
});
