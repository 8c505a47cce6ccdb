import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Frame, type Page } from '@playwright/test';

/**
 * Checks that axe finds nothing serious or critical in a page, or in the frame of a page in VS Code.
 * @param left IDs of rules about what isn't the product's
 */
export async function isAccessible(page: Page | Frame, left: readonly string[] = []): Promise<void> {
  const { passes, violations } = await new AxeBuilder({ page: withoutFrames(page) })
    // It would copy the style sheets into the page, which the page's policy correctly refuses.
    .options({ preload: false, rules: Object.fromEntries(left.map((id) => [id, { enabled: false }])) })
    // Everything runs in the page, which has no frames: no other page is opened to collect results.
    .setLegacyMode(true)
    .analyze();
  expect(passes.length, 'rules that found something to look at').toBeGreaterThan(5);
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect.soft(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}

/** VS Code hides the windows around a page from it, so that axe can't reach the page from outside. */
function withoutFrames(page: Page | Frame): Page {
  const evaluate: Frame['evaluate'] = (...args: Parameters<Frame['evaluate']>) => page.evaluate(...args);
  // In legacy mode, axe uses nothing else.
  return { evaluate, frames: () => [page] } as unknown as Page;
}
