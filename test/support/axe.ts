import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Checks that axe finds nothing serious or critical in the current page of the wizard. */
export async function isAccessible(page: Page): Promise<void> {
  const { passes, violations } = await new AxeBuilder({ page })
    // It would copy the style sheets into the page, which the page's policy correctly refuses.
    .options({ preload: false })
    // Everything runs in the page, which has no frames: no other page is opened to collect results.
    .setLegacyMode(true)
    .analyze();
  expect(passes.length, 'rules that found something to look at').toBeGreaterThan(5);
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect.soft(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}
