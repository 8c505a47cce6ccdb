import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing that axe calls serious or critical in the wizard's page as it stands. */
export async function isAccessible(page: Page): Promise<void> {
  const { passes, violations } = await new AxeBuilder({ page })
    // It would copy the style sheets into the page, which the page's policy refuses, and rightly.
    .options({ preload: false })
    // All of it runs in the page, which has no frames: no other page is opened to bring results together.
    .setLegacyMode(true)
    .analyze();
  expect(passes.length, 'rules that found something to look at').toBeGreaterThan(5);
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect.soft(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}
