import type { Wizard } from '../support/wizard';
import { expect, test } from '../support/workbench';

/** What VS Code takes of the window's width beside a page: the activity bar and borders. */
const besidePage = 58;

/** Parts that would have to be scrolled sideways, but for tables and the picture, which may. */
function sideways({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        const isWider = one.scrollWidth > one.clientWidth + 1;
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
        if (isWider && scrolls && !one.matches('.scroller, .scroll, .scrolls')) {
          found.push(`${one.localName}.${one.className}: ${one.scrollWidth} of ${one.clientWidth}`);
        }
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    if (host.shadowRoot) visit(host.shadowRoot);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...found, `page: ${scrollWidth} of ${clientWidth}`] : found;
  });
}

for (const width of [480, 320]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ workbench, wizard }) => {
    const look = async (name: string): Promise<void> => {
      await workbench.screenshot(`narrow/${width}-${name}`);
      expect.soft(await sideways(wizard), name).toEqual([]);
      const pinned = wizard.page.getByRole('button', { name: /Readiness$/ });
      await expect.soft(pinned, name).toBeInViewport({ ratio: 1 });
    };
    await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
    await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
    await workbench.resize(width + besidePage, 1000);
    await expect(wizard.plan.getByRole('button', { name: /^Change \(\d+\)$/ })).toBeVisible();
    await look('network');
    await wizard.page.getByRole('button', { name: /Readiness$/ }).click();
    await wizard.toggle('Create and change computes');
    await expect(wizard.requirement('Create and change computes')).toContainText('Packet');
    await look('board');
    await wizard.board.getByRole('button', { name: 'Fix all 3…' }).click();
    await expect(wizard.plan.getByText('Tried on a copy: all 3 pass')).toBeVisible();
    await look('preview');
    await wizard.press('Back to the plan');
    await wizard.open('Size');
    await look('size');
    await wizard.open('Review');
    await expect(wizard.button('Create anyway…')).toBeAttached();
    await look('review');
  });
}

for (const width of [720, 1600]) {
  test(`nothing is cut or scrolls sideways at ${width} px`, async ({ workbench, wizard }) => {
    const look = async (name: string): Promise<void> => {
      await workbench.screenshot(`narrow/${width}-${name}`);
      expect.soft(await sideways(wizard), name).toEqual([]);
    };
    await workbench.resize(width + besidePage, 1000);
    await look('where');
    await wizard.choose('mlw-fraud-prod');
    await wizard.continueTo('What');
    await look('what');
    await wizard.continueTo('Network');
    await wizard.chooseSubnet('vnet-claims-weu', 'snet-train-nat');
    await look('network');
    await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
    await wizard.toggle('Create and change computes');
    await look('board');
    await wizard.open('Size');
    await look('size');
    await wizard.open('Review');
    await expect(wizard.button('Create anyway…')).toBeAttached();
    await look('review');
  });
}
