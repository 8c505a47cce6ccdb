import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { ChangesPreview } from '../../../src/contract/changes-preview';
import { isAccessible } from '../../support/axe';
import { saveScreenshot, type Theme } from '../../support/page';
import { buildPage, pageFolder } from '../../../webview-ui/dev/build.mjs';

/* The panel next to a diff, with previews as the editor sends them. VS Code shows it about 500 pixels wide. */

const texts = {
  en: {
    title: 'Allow 2 flows blocked by Deny-All',
    proof: 'Tested on a copy: all 2 flows pass, and no other subnet gets worse.',
    flow: 'Outbound UDP 5831 to AzureMachineLearning',
    gateway: 'Create NAT gateway ng-snet-training and its public IP address (billed) for snet-training',
    cost: 'Nothing that Azure bills is created.',
    before: '1 error, 1 to confirm, 1 warning',
    after: '1 to confirm, 1 warning, 12 by default, no change',
    heading: 'After the fix',
  },
  fr: {
    title: 'Autoriser 2 flux bloqués par Deny-All',
    proof: 'Testé sur une copie : les 2 flux passent, et aucun autre sous-réseau n’est dégradé.',
    flow: 'UDP 5831 sortant vers AzureMachineLearning',
    gateway:
      'Créer la passerelle NAT ng-snet-training et son adresse IP publique (facturées) pour snet-training',
    cost: 'Rien de ce qui est créé n’est facturé par Azure.',
    before: '1 erreur, 1 à confirmer et 1 avertissement',
    after: '1 à confirmer, 1 avertissement et 12 par défaut, sans changement',
    heading: 'Après la correction',
  },
} as const;
type Language = keyof typeof texts;

function previewIn(language: Language): ChangesPreview {
  const { title, proof, flow, gateway, cost, before, after } = texts[language];
  const row = { before: { icon: 'error', text: before }, after: { icon: 'unknown', text: after } } as const;
  const common = { title: flow, subnet: null, icon: 'error', canChoose: true } as const;
  return {
    id: '1',
    title,
    fixTest: { is: 'verified', text: proof, lines: [] },
    fixBoth: null,
    notice: null,
    areFlows: true,
    flows: [
      { ...common, key: 'a', result: '130', ticked: true },
      { ...common, key: 'b', result: '140', ticked: false },
      { ...common, key: 'c', result: '150', ticked: false, canChoose: false },
    ],
    apart: [{ keys: ['d'], title: gateway, what: gateway, price: cost, ticked: false }],
    opens: [{ is: 'opens', text: flow }],
    ranges: [],
    cost: [{ is: 'cost', text: cost }],
    after: [
      { subnet: 'snet-training', ...row },
      { subnet: 'snet-of-the-research-and-development-department-in-europe-with-80-characters-000', ...row },
    ],
    limit: null,
    needsConfirmation: false,
    cannotApply: null,
    canCopy: true,
    spoken: proof,
    isBusy: false,
  };
}

/** Opens the panel in a plain browser, with the policy of the real page. */
async function openPanel(page: Page, language: Language, theme: Theme): Promise<void> {
  const html = readFileSync(`${pageFolder}/index.html`, 'utf8')
    .replaceAll('main.', 'panel.')
    .replace('lang="en"', `lang="${language}"`);
  await page.route('http://panel.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill(
      pathname === '/' ? { contentType: 'text/html', body: html } : { path: `${pageFolder}${pathname}` },
    );
  });
  await page.goto(`http://panel.test/?theme=${theme}`);
  await page.evaluate(
    (detail) => window.dispatchEvent(new CustomEvent('preview', { detail })),
    previewIn(language),
  );
  await expect(page.getByRole('heading', { name: texts[language].heading })).toBeVisible();
}

/** Returns what is wrong with the lines of the table of results. */
function faultsOfTable(page: Page): Promise<string[]> {
  return page.locator('section:has(#after)').evaluate((section) => {
    const topOf = (text: Text, at: number): number => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    };
    const isApart = (text: Text): boolean =>
      [...text.data.matchAll(/\d(?=\s\S)/g)].some(
        ({ index }) => topOf(text, index) !== topOf(text, index + 2),
      );
    const cells = [...section.querySelectorAll('td .line span:last-child')];
    const texts = cells.flatMap(({ childNodes }) => [...childNodes]).filter((one) => one instanceof Text);
    const faults = texts.filter(isApart).map(({ data }) => `a number apart: ${data}`);
    const { scrollWidth, clientWidth } = section.querySelector('.scroller') ?? section;
    return scrollWidth > clientWidth ? [...faults, `${scrollWidth} of ${clientWidth} pixels`] : faults;
  });
}

/** Returns how far the results of flows are above or below their titles. */
function offsetsOfResults(page: Page): Promise<number[]> {
  return page.locator('ul[aria-labelledby="flows"] > .row').evaluateAll((rows) =>
    rows.map((row) => {
      const [title, result] = [
        row.querySelector('label > span, .plain > span:last-child'),
        row.lastElementChild,
      ];
      return Math.round(
        (result?.getBoundingClientRect().top ?? NaN) - (title?.getBoundingClientRect().top ?? NaN),
      );
    }),
  );
}

test.beforeAll(() => buildPage());

for (const language of ['en', 'fr'] as const) {
  test(`the panel of a preview shows its results in whole counts at each width (${language})`, async ({
    page,
  }) => {
    await openPanel(page, language, 'light-2026');
    for (const width of [320, 480, 500, 620, 799]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await faultsOfTable(page), `at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await offsetsOfResults(page)).toEqual([0, 0, 0]);
  });

  for (const theme of ['light-2026', 'dark-2026', 'high-contrast', 'high-contrast-light'] as const) {
    test(`axe finds nothing serious in the panel of a preview: ${theme}, ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 480, height: 900 });
      await openPanel(page, language, theme);
      await isAccessible(page);
      await saveScreenshot(page, `changes-preview/${language}-${theme}`);
    });
  }
}
