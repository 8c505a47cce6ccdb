import { isAccessible } from '../../support/axe';
import { expect, test, type Theme, type View } from '../../support/page';

/** Computed colors of a field or a button. */
interface Drawn {
  readonly what: string;
  readonly border: string;
  readonly text: string;
  /** The background of the text, and the background of the border. */
  readonly fill: string;
  readonly ground: string;
}

/** Returns all matches in the page, including shadow roots. `part` is the rendered part of a component. */
function drawn({ page }: View, selector: string): Promise<Drawn[]> {
  return page.locator('sc-wizard').evaluate((host, wanted) => {
    const found: Drawn[] = [];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const above = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    // A transparent color is blended with the color below it.
    const groundOf = (element: Element | null): string => {
      if (!canvas) throw new Error('no canvas');
      if (element === null) {
        canvas.fillStyle = 'rgb(255, 255, 255)';
      } else {
        groundOf(above(element));
        canvas.fillStyle = getComputedStyle(element).backgroundColor;
      }
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`;
    };
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        if (one.matches(wanted) && one.getClientRects().length > 0) {
          const box = one.shadowRoot?.querySelector('[part~="base"]') ?? one;
          const style = getComputedStyle(box);
          found.push({
            what: `${one.localName}.${one.className} ${one.textContent.trim()}`,
            border: style.borderTopColor,
            text: style.color,
            fill: groundOf(box),
            ground: groundOf(above(one)),
          });
        }
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    if (host.shadowRoot) visit(host.shadowRoot);
    return found;
  }, selector);
}

/** Red, green, and blue from 0 to 255. A transparent color is blended with the background. */
function rgb(color: string, ground: readonly number[] = [0, 0, 0]): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red, green, blue].map((part, at) => part * alpha + (ground[at] ?? 0) * (1 - alpha));
}

/** Returns the contrast ratio between two colors by WCAG 2.2. */
function contrast(color: string, on: string): number {
  const ground = rgb(on);
  const [light, dark] = [luminance(rgb(color, ground)), luminance(ground)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns a color of the theme as the browser computes it. Null if the theme doesn't define it. */
function token({ page }: View, name: string): Promise<string | null> {
  return page.evaluate((variable) => {
    const value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    if (value === '') return null;
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.setProperty('color', value);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, `--vscode-${name}`);
}

/** Icons of results in rows of lists. */
const icons = '.row .icon:is(.pass, .pass-default, .error, .warning, .unknown, .appliance, .unfit, .info)';

/** Returns the color of each kind of icon, for selected rows and for others. */
async function iconColors(view: View): Promise<Map<string, Set<string>>> {
  const all = await drawn(view, icons);
  const faint = all.filter(({ text, fill }) => contrast(text, fill) < 3);
  expect(faint).toEqual([]);
  const colors = new Map<string, Set<string>>();
  for (const { what, text } of all) colors.set(what, new Set([...(colors.get(what) ?? []), text]));
  return colors;
}

const fields = '.input:not([readonly]), .face, .choice input';
const secondary = 'vscode-button[secondary]:not([disabled]), .trigger.worded, .button:not(.primary)';

for (const theme of ['light-2026', 'dark-2026', 'high-contrast', 'high-contrast-light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });

    test(`fields and secondary buttons have enough contrast in ${theme}`, async ({ view, wizard }) => {
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute instance' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      const before = await iconColors(view);
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
      // A result looks the same in a selected row.
      for (const [icon, colors] of await iconColors(view)) {
        expect.soft(new Set([...colors, ...(before.get(icon) ?? [])]).size, icon).toBe(1);
      }
      // Quiet text stays readable on the background of a row under the pointer.
      const flow = wizard.readiness.locator('.line').filter({ hasText: 'AzureContainerRegistry' }).first();
      for (const one of [wizard.section('Compute'), wizard.row('vnet-claims-weu'), flow]) {
        await one.hover();
        await isAccessible(view.page);
      }
      await wizard.continueTo('Size');
      await wizard.plan.getByRole('radiogroup', { name: 'SSH' }).getByLabel('On').check();
      await wizard.plan.getByRole('radiogroup', { name: 'Start and stop schedule' }).getByLabel('On').check();
      await expect(wizard.plan.getByRole('textbox', { name: 'Start at' })).toBeVisible();
      await view.screenshot(`contrast/${theme}-size`);
      const boxes = await drawn(view, fields);
      expect(boxes.length).toBeGreaterThan(8);
      const faint = boxes.filter(({ border, ground }) => contrast(border, ground) < 3);
      expect(faint).toEqual([]);

      await wizard.plan.getByRole('radiogroup', { name: 'SSH' }).getByLabel('Off').check();
      await wizard.continueTo('Review');
      await expect(wizard.button('Generate…')).toBeVisible();
      await view.screenshot(`contrast/${theme}-review`);
      const buttons = await drawn(view, secondary);
      expect(buttons.length).toBeGreaterThan(2);
      const border = (await token(view, 'button-secondaryBorder')) ?? (await token(view, 'contrastBorder'));
      const text = await token(view, 'button-secondaryForeground');
      for (const one of buttons) {
        expect.soft(one.border, one.what).toBe(border);
        expect.soft(one.text, one.what).toBe(text);
        expect.soft(contrast(one.text, one.fill), one.what).toBeGreaterThanOrEqual(4.5);
      }
    });
  });
}
