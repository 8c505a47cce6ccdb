import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Browser, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { root, vsix } from '../../scripts/places.mjs';
import { startUserServer, withoutTrust, type Server } from '../../scripts/server-process.mjs';

export type Theme = 'dark' | 'light' | 'dark-2026' | 'light-2026' | 'high-contrast' | 'high-contrast-light';

/** Names as users write them in settings. The older names of VS Code still work. */
export const themeNames: Readonly<Record<Theme, string>> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'dark-2026': 'Dark 2026',
  'light-2026': 'Light 2026',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** The kind of a theme, as VS Code states it in a webview. */
export const themeKind = (theme: Theme): string => `vscode-${theme.replace('-2026', '')}`;

/** Starts VS Code as a user has it, with the packaged extension, on the sample unless a window's settings differ. */
export function startServer(
  env: Record<string, string> = {},
  others: readonly string[] = [otherBicep],
  extension: string = vsix,
): Promise<Server> {
  const settings = {
    ...withoutTrust,
    'workbench.colorTheme': themeNames.dark,
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'files.simpleDialog.enable': true,
    'amlSecureCompute.account.source': 'sample',
  };
  return startUserServer({ vsix: extension, others, settings, env });
}

/** Another Bicep extension, which is only active in a folder whose settings enable it. */
const otherBicep = join(root, 'test', 'fixtures', 'other-bicep');

/** A window of VS Code in the browser, used as a user does. */
export interface VscodeWindow {
  readonly page: Page;
  /** The opened folder on disk: a copy for this window only. */
  readonly folder: string;
  /** Finds a command in the palette by its whole title, with its category or without. */
  find(title: string): Promise<Locator>;
  /** Runs a command of the palette. */
  run(title: string): Promise<void>;
  /** Runs a command of the palette whose own question replaces the palette. */
  ask(title: string): Promise<void>;
  /** The content of the visible webview. */
  webview(): FrameLocator;
  /**
   * The frame of the page: it has the focus if keys reach the page. The page can't determine this: each frame keeps its
   * own focus, even while VS Code's dialog has the keys.
   */
  pageFrame(): Locator;
  /** VS Code's own modal dialog. */
  dialog(): Locator;
  /** Clicks a button of that dialog. */
  answerDialog(button: string): Promise<void>;
  /** Closes that dialog with Escape: once it has the focus, and until the page has it again. */
  escapeDialog(): Promise<void>;
  /**
   * Reloads the window, and waits until the extension is there again. VS Code in a browser stores the open tabs and an
   * extension's state a moment later: `kept` is a text to wait for in the stored state.
   */
  reload(kept?: string): Promise<void>;
  /**
   * Opens a second tab of the same browser on the same folder, like “Duplicate tab”: its storage is a copy, and what is
   * open here is opened there. `kept` is a text to wait for in VS Code's stored state.
   */
  duplicate(kept: string): Promise<VscodeWindow>;
  resize(width: number, height: number): Promise<void>;
  /** Writes `test-results/<name>.png`. */
  screenshot(name: string): Promise<void>;
  /** Faults of the wizard's page so far: its errors, and requests that its policy refused. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly browser: Browser;
  /** Returns the URL that opens a folder there. */
  readonly address: Server['address'];
  /** The folder below `test/fixtures` that is copied and opened. */
  readonly workspace: string;
  /** The folder's own settings, before it is opened. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** VS Code's display language, as its language pack would set it. The workbench's own texts stay English. */
  readonly language?: string;
}

/** Opens a fresh copy of the workspace in a fresh browser profile, and waits for the extension. */
export async function openWindow({
  browser,
  address,
  workspace,
  settings = {},
  viewport,
  language,
}: WindowOptions): Promise<VscodeWindow> {
  const folder = join(mkdtempSync(join(tmpdir(), 'aml-')), 'ml-platform');
  cpSync(join(root, 'test', 'fixtures', workspace), folder, { recursive: true });
  writeSettings(folder, settings);
  // A separate context: axe refuses a page that shares the default one.
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(language === undefined ? {} : { locale: language }),
  });
  if (language !== undefined) {
    // Values that a language pack's file sets in addition to its texts, and VS Code's language setting for extensions.
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  }
  const window = drive(await context.newPage(), folder);
  try {
    await window.page.goto(address({ folder }));
    await extensionIsThere(window.page);
    return window;
  } catch (error) {
    await window.close();
    throw error;
  }
}

/** Writes the folder's own settings, which an open window applies immediately. */
export function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  if (Object.keys(settings).length === 0) return;
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** The palette's list isn't refreshed, so nothing must be typed before the extension's own icon has appeared. */
async function extensionIsThere(page: Page): Promise<void> {
  await expect(activityBarIcon(page)).toBeVisible({ timeout: 60_000 });
}

/** Returns the extension's icon in the activity bar, whose name continues with its count. */
export function activityBarIcon(page: Page): Locator {
  const names = ['Secured AML compute', 'Calcul AML sécurisé'];
  return page.locator(names.map((name) => `.activitybar [aria-label^="${name}"]`).join(', ')).first();
}

/** Finds a command in the palette. */
async function findCommand(page: Page, title: string): Promise<Locator> {
  const palette = page.locator('.quick-input-widget');
  // A key that is pressed while the focus moves, such as right after an editor was closed, is lost.
  await expect(async () => {
    await page.keyboard.press('F1');
    await expect(palette).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  await palette.locator('input').first().fill(`>${title}`, { timeout: 2000 });
  // The title comes after a category, and before keys or other text that VS Code adds.
  const whole = new RegExp(`^(.*: )?${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,|$)`);
  const command = palette.getByRole('option', { name: whole });
  await command.waitFor({ timeout: 5000 });
  return command;
}

/**
 * Chooses a command in the palette. A page that gets the focus a moment later closes the palette, so this retries once.
 */
async function chooseCommand(page: Page, title: string): Promise<void> {
  await expect(async () => {
    const command = await findCommand(page, title);
    await command.click({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
}

async function runCommand(page: Page, title: string): Promise<void> {
  await chooseCommand(page, title);
  await expect(page.locator('.quick-input-widget')).toBeHidden();
}

/** Files that VS Code itself requests without success, here and in every other window. */
const workbenchOwn = [/\/workbench\.js$/, /\/vsda/, /open-vsx\.org/];

/**
 * VS Code renders a walkthrough's picture in a separate page that belongs to no extension. It can't run scripts, and VS
 * Code tries to run one there. If it is closed during rendering, it searches for elements that are gone.
 */
const pictureOfWalkthrough = {
  console: /^Blocked script execution in '[^']*[?&]extensionId=&/,
  error: /^Error: Found unexpected null\n.*\/webview\/browser\/pre\/index\.html\?[^\n]*&extensionId=&/,
};

/** A file of the wizard's page that VS Code was reading while its window was reloaded. */
const cutByReload = /Webview\.loadLocalResource - Error|status of 404 \(\) \(https:\/\/vscode-remote\+/;

/** A preview's text doesn't outlast its window. VS Code reads it before the extension closes the diff. */
const lostPreview = /Unable to resolve resource aml-secure-compute-preview:/;

/**
 * Errors in the console except the workbench's own: the page's, the extension's, and everything that a policy refused.
 */
function listenForTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    const isOurs = /Content Security Policy|aml-secure-compute/.test(message.text());
    const isWorkbench =
      workbenchOwn.some((one) => one.test(url)) || pictureOfWalkthrough.console.test(message.text());
    if (lostPreview.test(message.text())) return;
    if (message.type() === 'error' && (isOurs || !isWorkbench)) troubles.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => {
    const text = error.stack ?? error.message;
    if (!pictureOfWalkthrough.error.test(text) && !lostPreview.test(text)) troubles.push(text);
  });
  return troubles;
}

function drive(page: Page, folder: string): VscodeWindow {
  const troubles = listenForTroubles(page);
  const dialog = (): Locator => page.locator('.monaco-dialog-box');
  const pageFrame = (): Locator => page.locator('iframe.webview.ready');
  return {
    page,
    folder,
    troubles,
    dialog,
    pageFrame,
    find: (title) => findCommand(page, title),
    run: (title) => runCommand(page, title),
    ask: (title) => chooseCommand(page, title),
    // By id: the inner frame's name stays `pending-frame`.
    webview: () => pageFrame().contentFrame().frameLocator('iframe#active-frame'),
    async answerDialog(button) {
      await dialog().getByRole('button', { name: button, exact: true }).click();
      await expect(dialog()).toBeHidden();
    },
    async escapeDialog() {
      await expect(dialog().locator(':focus')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog()).toBeHidden();
      await expect(pageFrame()).toBeFocused();
      // VS Code focuses a webview again after 50 ms: a dialog that opens before that loses the focus.
      await page.evaluate('new Promise((done) => setTimeout(done, 200))');
    },
    async reload(kept) {
      if (kept !== undefined) await isWritten(page, kept);
      await page.reload();
      await extensionIsThere(page);
      if (kept === wizardTab) await pageIsBack(page);
      const own = troubles.filter((one) => !cutByReload.test(one));
      troubles.splice(0, troubles.length, ...own);
    },
    async duplicate(kept) {
      await isWritten(page, kept);
      const opening = page.waitForEvent('popup');
      await page.evaluate('void window.open(location.href)');
      const second = drive(await opening, folder);
      await extensionIsThere(second.page);
      await pageIsBack(second.page);
      return second;
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    async screenshot(name) {
      const path = join(root, 'test-results', `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    async close() {
      await page.context().close();
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  };
}

/** VS Code in a browser stores what it will open again a moment after it changed. */
async function isWritten(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate<string>(writtenState)).toContain(text);
}

/** The content of an extension's tab is restored once the extension host is there again. */
async function pageIsBack(page: Page): Promise<void> {
  await expect(page.locator('iframe.webview.ready').first()).toBeAttached({ timeout: 60_000 });
}

/** The wizard's tab in VS Code's stored state: before it is stored, a reloaded window doesn't show it again. */
export const wizardTab = 'mainThreadWebview-amlSecureCompute.wizard';

/** Runs in the browser: returns everything that VS Code has stored there, as one text. */
const writtenState = `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const texts = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state')) continue;
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      texts.push(...(await done(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return texts.map(String).join('\\n');
})()`;
