import { expect } from '@playwright/test';
import type { Wizard } from '../support/wizard';

/** Scroll positions, and the element with the focus. */
interface Place {
  readonly scrolled: readonly string[];
  readonly focused: string;
}

/** Returns the page's scroll positions and its focus, across shadow roots. */
export function shownPlace({ page }: Wizard): Promise<Place> {
  return page.locator('sc-wizard').evaluate((host) => {
    const scrolled: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        if (one.scrollTop > 0) {
          scrolled.push(`${one.localName} ${one.className}: ${Math.round(one.scrollTop)}`);
        }
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    visit(host.shadowRoot ?? host);
    const focusIn = (root: DocumentOrShadowRoot): Element =>
      root.activeElement?.shadowRoot?.activeElement
        ? focusIn(root.activeElement.shadowRoot)
        : (root.activeElement ?? document.body);
    const focused = focusIn(document);
    const text = focused.getAttribute('aria-label') ?? focused.textContent;
    return { scrolled, focused: `${focused.localName}: ${text.trim().replace(/\s+/g, ' ')}` };
  });
}

/**
 * Scrolls everything that can be scrolled down by about a third, so that no position is one that occurs by itself.
 * Repeats it until the page is laid out: something is scrolled, and nothing has another height than before.
 */
export async function scrollAway(wizard: Wizard): Promise<void> {
  let before: readonly string[] = [];
  const scrollAgain = async (): Promise<boolean> => {
    await scrollOnce(wizard);
    const last = before;
    before = (await shownPlace(wizard)).scrolled;
    return before.length > 0 && before.join() === last.join();
  };
  await expect.poll(scrollAgain, { message: 'is scrolled', intervals: [100] }).toBe(true);
}

async function scrollOnce({ page }: Wizard): Promise<void> {
  await page.locator('sc-wizard').evaluate((host) => {
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        const room = one.scrollHeight - one.clientHeight;
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowY);
        if (scrolls && room > 8) one.scrollTop = Math.round(room * 0.37);
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    visit(host.shadowRoot ?? host);
  });
}
