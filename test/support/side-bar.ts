import { expect, type Locator } from '@playwright/test';
import { activityBarIcon, type VscodeWindow } from './vscode-window';

/** The extension's view container, used as a user does. */
export interface SideBar {
  /** Its icon, whose badge counts what needs a fix. */
  readonly icon: Locator;
  /** Opens it. */
  show(): Promise<void>;
  /** Opens it and waits until the lines of Compute are there. */
  open(): Promise<void>;
  /** A line, by its label. Only lines in view exist. */
  line(label: string): Locator;
  /** Opens a closed line, or closes an open one. */
  toggle(label: string): Promise<void>;
  /** Selects an item of a line's context menu. */
  choose(label: string, item: string): Promise<void>;
  /** An item of the open context menu. */
  menuItem(name: string): Locator;
  /** A view, by its title: Compute, Networks, or Account. */
  view(title: string): Locator;
  /** Collapses or expands a view. */
  toggleView(title: string): Promise<void>;
  /** Clicks a button of a view's title bar. */
  pressTitle(title: string, button: string): Promise<void>;
}

export function sideBarOf({ page }: VscodeWindow): SideBar {
  const line = (label: string): Locator =>
    page.getByRole('treeitem', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,|$)`) });
  const menuItem = (name: string): Locator => page.getByRole('menuitem', { name, exact: true });
  const menu = page.locator('.monaco-menu-container');
  const view = (title: string): Locator =>
    page
      .locator('.split-view-view .pane')
      .filter({ has: page.locator(`.pane-header .title:text-is("${title}")`) });
  const icon = activityBarIcon(page);
  const awayFromLines = async (): Promise<void> => {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const hover = page.locator('.monaco-hover:visible');
    // A tooltip that VS Code shows late stays until the pointer moves again, and sometimes until Escape.
    await expect(async () => {
      await page.mouse.move(width / 2, height / 3);
      await page.mouse.move(width / 2, height / 2);
      if ((await hover.count()) > 0) await page.keyboard.press('Escape');
      await expect(hover).toHaveCount(0, { timeout: 2000 });
    }).toPass();
  };
  const show = async (): Promise<void> => {
    await icon.click();
    // If the pointer stays, the icon's tooltip covers the views.
    await awayFromLines();
  };
  return {
    icon,
    line,
    menuItem,
    view,
    show,
    async open() {
      await show();
      await expect(line('mlw-fraud-prod')).toBeVisible();
    },
    toggle: (label) => line(label).click(),
    async choose(label, item) {
      // A line that is drawn again closes its menu, which is then opened again. A menu that stayed open covers lines.
      await expect(async () => {
        if (await menu.isVisible()) await page.keyboard.press('Escape');
        await expect(menu).toBeHidden({ timeout: 1000 });
        await line(label).click({ button: 'right', timeout: 5000 });
        await menuItem(item).hover({ timeout: 2000 });
        await expect(menuItem(item)).toBeFocused({ timeout: 1000 });
      }).toPass();
      // A menu ignores clicks in its first 100 ms, since they may be the click that opened it. It accepts keys.
      await page.keyboard.press('Enter');
      await expect(menuItem(item)).toBeHidden();
    },
    toggleView: (title) => view(title).locator('.pane-header .title').click(),
    async pressTitle(title, button) {
      // The hover of a line under the pointer would cover the title.
      await awayFromLines();
      await view(title).locator('.pane-header').hover();
      await view(title).getByRole('button', { name: button, exact: true }).click();
    },
  };
}
