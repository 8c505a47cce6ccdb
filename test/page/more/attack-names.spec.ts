import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/page';
import type { Wizard } from '../../support/wizard';

const tail =
  ' אב\u2069גד \u202Egpj.\u202C<img src=x onerror="window.gotIn=1"><a href="https://evil.example">x</a>' +
  ' [x](command:quit) https://evil.example javascript:gotIn=1 ${gotIn=1} \u0007\u009b';

test.use({ tail });

interface Seen {
  /** Texts and attributes that are read, and the active elements in them. */
  readonly raw: readonly string[];
  readonly links: readonly string[];
  readonly foreign: readonly string[];
  readonly isIn: boolean;
  readonly hostile: number;
}

/** Returns the content of the page, including its components. */
function seenOn(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const raw: string[] = [];
    const links: string[] = [];
    const foreign: string[] = [];
    let hostile = 0;
    const unseen = /(?![\t\n\u200C\u200D\u2068\u2069\uFE00-\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
    const look = (text: string, isIsolated: boolean): void => {
      if (text.includes('evil.example')) hostile += 1;
      const outside = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
      const isOpen = /[\u2066-\u2069]/.test(outside) || (!isIsolated && /[\u0590-\u05FF]/.test(outside));
      if (unseen.test(text) || isOpen) raw.push(text);
    };
    const isolated = 'bdi, input, textarea, style';
    const walk = (node: Node): void => {
      if (node instanceof Text) look(node.data, Boolean(node.parentElement?.closest(isolated)));
      if (node instanceof Element) lookAt(node);
      const parts = [...node.childNodes];
      // A text with places to break is several nodes, and one paragraph.
      const isBroken = parts.some((one) => one.nodeName === 'WBR');
      if (isBroken) look(node.textContent ?? '', (node as Element).closest(isolated) !== null);
      parts.filter((one) => !isBroken || !(one instanceof Text)).forEach(walk);
    };
    const lookAt = (element: Element): void => {
      for (const name of ['title', 'aria-label', 'placeholder']) {
        look(element.getAttribute(name) ?? '', false);
      }
      const href = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (/evil|javascript|^x$/.test(href)) links.push(href);
      if (/^(img|iframe|object|embed|form|base)$/i.test(element.tagName)) foreign.push(element.outerHTML);
      if (element.shadowRoot) walk(element.shadowRoot);
    };
    walk(document.body);
    return { raw, links, foreign, isIn: 'gotIn' in window, hostile };
  });
}

async function expectText(page: Page): Promise<void> {
  await expect.poll(async () => (await seenOn(page)).hostile).toBeGreaterThan(0);
  const { raw, links, foreign, isIn } = await seenOn(page);
  expect({ raw, links, foreign, isIn }).toEqual({ raw: [], links: [], foreign: [], isIn: false });
}

/** Returns the first row whose name starts with a text. `tail` is behind it. */
function rowOf(wizard: Wizard, start: string): Locator {
  return wizard.plan.getByRole('row', { name: new RegExp(`^\\s*.?${start}`) }).first();
}

/** Selects a subnet whose NSG blocks required flows. */
async function chooseBlockedSubnet(wizard: Wizard): Promise<void> {
  await wizard.clickRow(rowOf(wizard, 'mlw-fraud-prod'));
  await wizard.continueTo('Compute');
  await wizard.continueTo('Network');
  await wizard.clickRow(rowOf(wizard, 'vnet-ml-prod-weu'));
  await wizard.clickRow(rowOf(wizard, 'snet-training'));
}

test('names from Azure are isolated text in every section: no link, no image, and no part of them runs', async ({
  view,
  wizard,
}) => {
  await expect(rowOf(wizard, 'mlw-fraud-prod')).toBeVisible();
  await expectText(view.page);
  await wizard.clickRow(rowOf(wizard, 'mlw-fraud-prod'));
  await expectText(view.page);
  await wizard.continueTo('Compute');
  await wizard.continueTo('Network');
  await wizard.clickRow(rowOf(wizard, 'vnet-ml-prod-weu'));
  await wizard.clickRow(rowOf(wizard, 'snet-train-gpu'));
  await expect(wizard.readiness.getByRole('row').first()).toBeVisible();
  await expectText(view.page);
  await view.screenshot('attack-names/1-network');
  for (let opened = 0; opened < 4; opened += 1) {
    const closed = wizard.readiness.locator('[role=row][aria-expanded=false] .name').first();
    if ((await closed.count()) > 0) await closed.click();
  }
  await expectText(view.page);
  await wizard.continueTo('Size');
  await expectText(view.page);
  await wizard.open('Review');
  await expectText(view.page);
  await view.screenshot('attack-names/2-review');
});

test('an error message and Azure’s own diagnosis are isolated text: no link, no image, and no part of them runs', async ({
  view,
  wizard,
}) => {
  await chooseBlockedSubnet(wizard);
  await wizard.readiness.getByRole('button', { name: 'Explain an error message…' }).click();
  const message = [
    `AllocationTimedout ${tail}`,
    `network security group (/x/nsg${tail.replaceAll(/[()]/g, '')}) that is missing the following rules`,
    `{ "name": "Outbound${tail.replaceAll('"', '')}" "direction": "Outbound" }`,
  ].join('\n');
  await wizard.plan.getByRole('textbox', { name: 'Error message' }).fill(message);
  await wizard.plan.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(wizard.plan.getByText('Rules that Azure requires').first()).toBeVisible();
  await expectText(view.page);
  await view.screenshot('attack-names/3-error');
  await wizard.plan.getByRole('button', { name: 'Back to the plan' }).click();
  await wizard.readiness.getByRole('button', { name: 'Compare with Azure’s diagnosis' }).click();
  await expect(wizard.plan.getByText('VNet flow logs').first()).toBeVisible();
  await expectText(view.page);
  await view.screenshot('attack-names/4-diagnosis');
});

test('who changed a rule is isolated text on the page of a failed creation: no link, no image, and no part of it runs', async ({
  view,
  wizard,
}) => {
  await chooseBlockedSubnet(wizard);
  await wizard.continueTo('Size');
  await wizard.fill('Name', 'cpu-fraud');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await wizard.press('Create anyway…');
  await expect(wizard.plan.getByText(/ last changed nsg-training/)).toBeVisible();
  await expectText(view.page);
  await view.screenshot('attack-names/5-failed');
});
