import { expect, test } from '../../support/page';
import type { HostedWizard } from '../../support/page-host';
import type { Wizard } from '../../support/wizard';

/*
 * Whatever changes, the focus isn't lost: the control that has the same name receives it, or the header, the line of
 * Readiness, or the heading of the place that the user was in.
 */

interface Place {
  readonly name: string;
  readonly go: (wizard: Wizard) => Promise<void>;
}

interface Change {
  readonly name: string;
  readonly make: (hosted: HostedWizard) => void;
  readonly undo: (hosted: HostedWizard) => void;
}

async function toNetwork(wizard: Wizard): Promise<void> {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
}

const places: readonly Place[] = [
  { name: 'Network', go: toNetwork },
  { name: 'Workspace', go: (wizard) => wizard.choose('mlw-fraud-prod') },
  {
    name: 'Review',
    go: async (wizard) => {
      await toNetwork(wizard);
      await wizard.continueTo('Size');
      await wizard.fill('Name', 'cpu-fraud');
      await wizard.continueTo('Review');
    },
  },
];

function readAgain({ store }: HostedWizard): void {
  store.forget();
  store.changed({ is: 'computes', workspaceId: '' });
}

const changes: readonly Change[] = [
  {
    name: 'the account changes',
    make: ({ store }) => {
      store.clear();
    },
    undo: () => undefined,
  },
  {
    name: 'the NSG can’t be read',
    make: (hosted) => {
      const match = '/networkSecurityGroups/';
      hosted.sample.faults.next({ status: 403, match, code: 'AuthorizationFailed', times: Infinity });
      readAgain(hosted);
    },
    undo: (hosted) => {
      hosted.sample.faults.clear();
      readAgain(hosted);
    },
  },
];

for (const place of places) {
  for (const change of changes) {
    test(`on ${place.name}, if ${change.name}`, async ({ wizard, hosted }) => {
      test.setTimeout(180_000);
      await place.go(wizard);
      await settled(wizard);
      const lost: string[] = [];
      const seen = new Set<string>();
      for (let at = 0; ; at++) {
        const before = await focusControl(wizard, at);
        if (before === null) break;
        if (seen.has(before)) continue;
        seen.add(before);
        change.make(hosted);
        await settled(wizard);
        const after = await focused(wizard);
        const isFallback = /^(button\.header|div\.line|h2\.)/.test(after);
        if (after !== before && !isFallback) lost.push(`${before} → ${after}`);
        change.undo(hosted);
        await settled(wizard);
      }
      expect(seen.size).toBeGreaterThan(5);
      expect(lost).toEqual([]);
    });
  }
}

test.describe('while networks are read slowly', () => {
  test.use({ faults: [{ kind: 'slow', match: '/virtualNetworks', milliseconds: 2500, times: 9 }] });

  test('the focus stays on the button that continues if a recommendation replaces it', async ({
    wizard,
    view,
  }) => {
    await wizard.clickRow(wizard.row('mlw-fraud-prod'));
    const next = wizard.button('Continue to Compute');
    await next.focus();
    await expect(next).toBeFocused();
    await expect(wizard.button('Review plan')).toBeVisible();
    await expect(next).toBeFocused();
    await view.page.keyboard.press('Enter');
    await expect(wizard.section('Compute')).toBeFocused();
  });
});

/** Waits until the page no longer changes. */
async function settled(wizard: Wizard): Promise<void> {
  let before = '';
  const isSame = async (): Promise<boolean> => {
    const last = before;
    before = await texts(wizard);
    return before === last;
  };
  await expect.poll(isSame, { message: 'no longer changes', intervals: [150] }).toBe(true);
}

function texts({ page }: Wizard): Promise<string> {
  return page.locator('sc-wizard').evaluate((host) => {
    const textIn = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((one) => (one.shadowRoot === null ? one.textContent : textIn(one.shadowRoot)))
        .join('\n');
    return textIn(host.shadowRoot ?? host);
  });
}

/** Moves the focus to the control at a position in the order of the page. Returns it, or null after the last one. */
function focusControl({ page }: Wizard, at: number): Promise<string | null> {
  return page.locator('sc-wizard').evaluate((host, position) => {
    const controls: HTMLElement[] = [];
    const visit = (root: ParentNode): void => {
      for (const one of root.querySelectorAll('*')) {
        if (one instanceof HTMLElement && one.tabIndex >= 0 && one.checkVisibility()) controls.push(one);
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    visit(host.shadowRoot ?? host);
    const control = controls.at(position);
    if (position >= controls.length || !control) return null;
    control.focus();
    const label = control.getAttribute('aria-label') ?? control.textContent;
    // The text of a list changes with its rows.
    const text = control.role === 'grid' ? '' : label;
    return `${control.localName}.${control.classList.item(0) ?? ''}: ${text.trim().replace(/\s+/g, ' ')}`;
  }, at);
}

/** Returns the focused element, across shadow roots, in the same form. */
function focused({ page }: Wizard): Promise<string> {
  return page.locator('sc-wizard').evaluate(() => {
    let control: Element = document.activeElement ?? document.body;
    while (control.shadowRoot?.activeElement) control = control.shadowRoot.activeElement;
    const label = control.getAttribute('aria-label') ?? control.textContent;
    const text = control === document.body || control.role === 'grid' ? '' : label;
    return `${control.localName}.${control.classList.item(0) ?? ''}: ${text.trim().replace(/\s+/g, ' ')}`;
  });
}
