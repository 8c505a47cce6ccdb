import type { Wizard } from '../support/wizard';

/** Parts that would have to be scrolled sideways, except for tables, code, and the picture, which can. */
export function sideways({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        const isWider = one.scrollWidth > one.clientWidth + 1;
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
        if (isWider && scrolls && !one.matches('.scroller, .scroll, .scrolls, pre')) {
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

/** Parts without a scrollbar whose content is taller, so that a focus or a click could move them out of place. */
export function movableFrames({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const inside = [...(host.shadowRoot?.querySelectorAll('main, aside') ?? [])];
    return [document.documentElement, document.body, host, ...inside].flatMap((one) =>
      getComputedStyle(one).overflowY === 'hidden' && one.scrollHeight > one.clientHeight
        ? [`${one.localName}: ${one.scrollHeight} of ${one.clientHeight}`]
        : [],
    );
  });
}

/** Returns all texts of the page, including boxes and open lists. */
export function pageTexts({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const texts: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data.trim());
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Element) {
        // A name that can break between its words is one text.
        const isOne = node.querySelector(':scope > wbr, :scope > .path') !== null;
        if (isOne) return void texts.push(node.textContent.trim());
        for (const name of ['aria-label', 'placeholder', 'title']) texts.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      node.childNodes.forEach(visit);
    };
    visit(host);
    return texts.filter((text) => text !== '');
  });
}

/** Texts that are cut off by their box or by the picture. */
export function cutTextsOf({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const cut: string[] = [];
    const visit = (node: Element): void => {
      const isCut =
        node instanceof SVGTextContentElement
          ? [...node.childNodes].some((one) => one instanceof Text && one.data.trim().endsWith('…'))
          : getComputedStyle(node).textOverflow === 'ellipsis' && node.scrollWidth > node.clientWidth;
      if (isCut) cut.push(node.textContent.trim());
      [...(node.shadowRoot?.children ?? []), ...node.children].forEach(visit);
    };
    visit(host);
    return cut;
  });
}
