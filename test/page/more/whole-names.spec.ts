import { expect, test } from '../../support/page';
import { sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import type { Wizard } from '../../support/wizard';

/** Names of rows and options that are cut off, or covered by the edge of their list. */
function cutNames({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const cut: string[] = [];
    const visit = (node: Element): void => {
      if (node.matches('.row > .name, .option > span:first-child, .folded-name')) {
        const list = node.closest('.grid, .popup, .folded')?.getBoundingClientRect();
        const { left, right } = node.getBoundingClientRect();
        const isInside = !list || (left >= list.left - 1 && right <= list.right + 1);
        if (node.scrollWidth > node.clientWidth + 1 || !isInside) cut.push(node.textContent.trim());
      }
      [...(node.shadowRoot?.children ?? []), ...node.children].forEach(visit);
    };
    visit(host);
    return cut;
  });
}

/** Boxes whose placeholder is wider than the box. */
function cutPlaceholders({ page }: Wizard): Promise<string[]> {
  return page.locator('input[placeholder]').evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      if (!(box instanceof HTMLInputElement) || box.clientWidth === 0) return [];
      const text = document.createElement('canvas').getContext('2d');
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(box);
      if (!text) return [box.placeholder];
      text.font = font;
      const room = box.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      const { width } = text.measureText(box.placeholder);
      return width > room ? [`${box.placeholder}: ${Math.ceil(width)} of ${room}`] : [];
    }),
  );
}

/** Names in the picture of flows that are cut off, and texts in it that overlap. Names of rules can be cut. */
function pictureFaults({ plan }: Wizard): Promise<string[]> {
  return plan.locator('sc-flow-picture text:not(.glyph)').evaluateAll((texts) => {
    const isCut = (text: Element): boolean => !text.matches('.label') && textOf(text).includes('…');
    // Tooltips are complete.
    const textOf = (text: Element): string =>
      [...text.childNodes].map((one) => (one.nodeName === 'title' ? '' : one.textContent)).join('');
    // The space above and below the letters can overlap.
    const areas = texts.map((text) => ({ text, box: text.getBoundingClientRect() }));
    const over = areas.flatMap(({ text, box: a }, at) =>
      areas
        .slice(at + 1)
        .filter(({ box: b }) => a.left < b.right && b.left < a.right)
        .filter(({ box: b }) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
        .map((other) => `${text.textContent} / ${other.text.textContent}`),
    );
    return [...texts.filter(isCut).map((text) => text.textContent), ...over];
  });
}

test('names of services aren’t cut off in the picture of Review', async ({ view, wizard }) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-sandbox');
  await wizard.open('Review');
  for (const width of [700, 800, 1180, 1440]) {
    await view.resize(width, 900);
    await expect(wizard.plan.locator('sc-flow-picture')).toContainText('Curated environments');
    expect.soft(await pictureFaults(wizard), `at ${width} px`).toEqual([]);
  }
});

const widths = [320, 480, 599, 620, 840, 1000, 1180, 1440];

for (const tail of ['', '-of-the-research-and-development-department-in-europe']) {
  test.describe(`names that end with '${tail}'`, () => {
    test.use({ tail });

    test('aren’t cut off in the picture of Review, and don’t overlap', async ({ view, wizard }) => {
      await wizard.open('Review');
      await view.resize(480, 900);
      await wizard.press('Show picture');
      for (const width of [480, 800, 1440]) {
        await view.resize(width, 900);
        await expect(wizard.plan.locator('sc-flow-picture')).toContainText('Subnet NSG');
        expect.soft(await pictureFaults(wizard), `at ${width} px`).toEqual([]);
      }
    });

    test('aren’t cut off in any list or combobox at any width', async ({ view, wizard }) => {
      const { plan } = wizard;
      const size = plan.getByRole('combobox', { name: 'Machine size' });
      await expect(wizard.readiness.getByRole('heading', { name: /^Readiness of/ })).toBeVisible();
      for (const width of widths) {
        await view.resize(width, 900);
        expect.soft(await cutNames(wizard), `what is preselected at ${width} px`).toEqual([]);
      }
      // If nothing is recommended anymore, the lists are already complete.
      const more = plan.locator('sc-network .more-rows').getByRole('button');
      if (await more.isVisible()) await more.click();
      for (const width of widths) {
        await view.resize(width, 900);
        expect.soft(await cutNames(wizard), `networks and subnets at ${width} px`).toEqual([]);
      }
      await wizard.open('Size');
      for (const width of widths) {
        await view.resize(width, 900);
        await size.click();
        await expect(plan.getByRole('option').first()).toBeVisible();
        expect.soft(await cutNames(wizard), `machine sizes at ${width} px`).toEqual([]);
        await size.press('Escape');
      }
    });
  });
}

for (const language of ['en', 'fr'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the placeholder of the network filter isn’t cut off beside the resource groups', async ({
      view,
      wizard,
    }) => {
      await wizard.plan.locator('sc-network .more-rows').getByRole('button').last().click();
      await expect(wizard.plan.locator('sc-network .filter input')).toBeVisible();
      for (let width = 480; width <= 1500; width += 60) {
        await view.resize(width, 900);
        expect.soft(await cutPlaceholders(wizard), `at ${width} px`).toEqual([]);
      }
    });
  });
}

/** Returns texts of the table of rules and of details with a line break between two letters of a word. */
function brokenWords({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const broken: string[] = [];
    const topOf = (text: Text, at: number): number => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    };
    const visit = (node: Node, isCell: boolean): void => {
      if (node instanceof Text && isCell) {
        const isBroken = [...node.data.matchAll(/\p{L}(?=\p{Ll})/gu)].some(
          ({ index }) => topOf(node, index) !== topOf(node, index + 1),
        );
        if (isBroken) broken.push(node.data.trim());
      }
      if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot, isCell);
      node.childNodes.forEach((one) => {
        visit(one, isCell || (node instanceof Element && node.matches('td, dd')));
      });
    };
    visit(host, false);
    return broken;
  });
}

test('names of rules and service tags break between words', async ({ view, wizard }) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.fixWorst();
  await expect(wizard.plan.getByRole('cell', { name: 'Allow-Batch-443' })).toBeVisible();
  for (const width of [1000, 1045, 1100, 1180, 1440]) {
    await view.resize(width, 900);
    expect.soft(await brokenWords(wizard), `at ${width} px`).toEqual([]);
  }
});

test('the action of a missing role breaks between its words', async ({ view, wizard, sample }) => {
  sample.access.deny({ scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), verbs: ['write'] });
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await expect(wizard.readiness.getByText('You need AzureML Compute Operator')).toBeVisible();
  for (const width of [320, 480, 800, 1180, 1382, 1440]) {
    await view.resize(width, 900);
    expect.soft(await brokenWords(wizard), `at ${width} px`).toEqual([]);
  }
});

/** Returns host names in details that break although they fit on one line. */
function needlessBreaks({ page }: Wizard): Promise<string[]> {
  return page.locator('sc-wizard').evaluate((host) => {
    const broken: string[] = [];
    const boxesOf = (texts: readonly Text[], from: number, to: number): DOMRect[] => {
      let at = 0;
      return texts.flatMap((text) => {
        const [start, end] = [Math.max(from - at, 0), Math.min(to - at, text.length)];
        at += text.length;
        if (start >= end) return [];
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, end);
        return [...range.getClientRects()];
      });
    };
    const visit = (node: Element): void => {
      if (node.matches('dd')) {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (const { 0: word, index } of texts
          .map((one) => one.data)
          .join('')
          .matchAll(/\S+\.\S+/g)) {
          const boxes = boxesOf(texts, index, index + word.length);
          const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
          const width = boxes.reduce((sum, one) => sum + one.width, 0);
          if (lines > 1 && width < node.clientWidth) broken.push(word);
        }
      }
      [...(node.shadowRoot?.children ?? []), ...node.children].forEach(visit);
    };
    visit(host);
    return broken;
  });
}

test('a host name breaks only if it’s longer than its line', async ({ view, wizard }) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.readiness.getByText('By requirement').click();
  const row = wizard.readiness.getByRole('row', { name: /Python and R package hosts/ }).last();
  await row.locator('.name').click();
  await expect(wizard.readiness.getByText('Security rules can’t filter by host name.')).toBeVisible();
  for (let width = 320; width <= 1500; width += 59) {
    await view.resize(width, 900);
    expect.soft(await needlessBreaks(wizard), `at ${width} px`).toEqual([]);
  }
});
