import { expect, type FrameLocator, type Locator } from '@playwright/test';
import type { VscodeWindow } from './vscode-window';

/** Location of the wizard's page: a frame within VS Code, or a whole page of the browser. */
export type WizardRoot = Pick<FrameLocator, 'getByLabel' | 'getByRole' | 'getByText' | 'locator'>;

/** *Access* replaces *Size* if a compute resource is attached. */
type SectionName = 'Workspace' | 'Compute' | 'Network' | 'Size' | 'Access' | 'Review';

/** The choices before a subnet. */
interface BeforeNetwork {
  readonly workspace: string;
  readonly kind?:
    'Compute cluster' | 'Compute instance' | 'Azure Databricks' | 'Virtual machine' | 'HDInsight';
  readonly publicIp?: 'Yes' | 'No';
}

/** The wizard's page, whose elements are found by their text, as a user finds them. */
export interface Wizard {
  readonly page: WizardRoot;
  /** The left side: the plan, or the preview or creation that replaces it. */
  readonly plan: Locator;
  /** The right side. */
  readonly readiness: Locator;
  /** The heading of a section, which expands and collapses it. */
  section(name: SectionName): Locator;
  /** Expands a section that can be expanded. */
  open(name: SectionName): Promise<void>;
  /** Clicks the primary button at the end of the open section. */
  continueTo(name: SectionName): Promise<void>;
  /** A row of one of the lists, by the name in its first column. */
  row(name: string): Locator;
  choose(name: string): Promise<void>;
  /** Selects a row. While a row is preselected only the first rows are shown, so the whole list is shown first. */
  clickRow(row: Locator): Promise<void>;
  chooseSubnet(network: string, subnet: string): Promise<void>;
  /** Selects one of the radio buttons under a label. */
  pick(label: string, choice: string): Promise<void>;
  field(label: string): Locator;
  /** Types into the filter of the networks, even if it isn't shown yet. */
  filter(text: string): Promise<void>;
  /** Types another text into a field and leaves it. */
  fill(label: string, text: string): Promise<void>;
  /** A button of the left side, in the order of the page. */
  button(label: string | RegExp): Locator;
  press(label: string | RegExp): Promise<void>;
  /** Readiness's summary line. */
  readonly summary: Locator;
  /** A requirement's row on Readiness. */
  requirement(name: string): Locator;
  /** Groups Readiness by requirement instead of by cause. */
  groupByRequirement(): Promise<void>;
  /** The row of a cause on Readiness, by its title. */
  cause(title: string | RegExp): Locator;
  /** Clicks the fix of the most severe cause that has one. */
  fixWorst(): Promise<void>;
  /** Expands or collapses a requirement's row. */
  toggle(name: string): Promise<void>;
  heading(text: string | RegExp): Locator;
  /** Goes from the first section to the network's. */
  untilNetwork(choices: BeforeNetwork): Promise<void>;
}

/** Returns the wizard that the window shows. */
export function wizardOf(window: VscodeWindow): Wizard {
  return wizardIn(window.webview());
}

/** Returns the wizard in a frame or a page. */
export function wizardIn(page: WizardRoot): Wizard {
  const plan = page.getByRole('main');
  const readiness = page.getByRole('complementary');
  const section = (name: SectionName): Locator =>
    plan.getByRole('heading', { level: 2, name: new RegExp(`^${name}\\b`) }).getByRole('button');
  const row = (name: string): Locator => plan.getByRole('row', { name: startsWith(`${name},`) });
  const button = (label: string | RegExp): Locator =>
    plan.getByRole('button', typeof label === 'string' ? { name: label, exact: true } : { name: label });
  // A row's name starts with its result. The requirement's name is an attribute of it.
  const requirement = (name: string): Locator => readiness.locator(`[data-name=${JSON.stringify(name)}]`);
  const field = (label: string): Locator => plan.getByLabel(label, { exact: true });

  async function open(name: SectionName): Promise<void> {
    await expect(section(name)).not.toHaveAttribute('aria-disabled');
    if ((await section(name).getAttribute('aria-expanded')) === 'false') await section(name).click();
    await expect(section(name)).toHaveAttribute('aria-expanded', 'true');
  }

  async function continueTo(name: SectionName): Promise<void> {
    await button(`Continue to ${name}`).click();
    await expect(section(name)).toHaveAttribute('aria-expanded', 'true');
  }

  const more = plan.locator('.more-rows').getByRole('button');

  async function clickRow(wanted: Locator): Promise<void> {
    await expect(async () => {
      if (!(await wanted.isVisible()) && (await more.first().isVisible())) {
        await more.first().click({ timeout: 2000 });
      }
      // Long lists only draw the rows in sight.
      if (!(await wanted.isVisible())) await plan.getByRole('grid').evaluateAll(scrollOn);
      await wanted.click({ timeout: 2000 });
    }).toPass();
  }

  async function choose(name: string): Promise<void> {
    await clickRow(row(name));
    await expect(row(name)).toHaveAttribute('aria-selected', 'true');
  }

  /** Long lists are filtered; short ones are shown completely first. */
  async function filter(text: string): Promise<void> {
    const box = field('Filter by name, resource group, region, or address');
    await expect(async () => {
      if (!(await box.isVisible())) await more.last().click({ timeout: 2000 });
      await box.fill(text, { timeout: 2000 });
    }).toPass();
  }

  async function pick(label: string, choice: string): Promise<void> {
    const group = plan.getByRole('radiogroup', { name: label, exact: true });
    const radio = group.getByRole('radio', { name: choice, exact: true });
    await radio.click();
    await expect(radio).toBeChecked();
  }

  return {
    page,
    plan,
    readiness,
    section,
    open,
    continueTo,
    row,
    choose,
    async chooseSubnet(network, subnet) {
      await choose(network);
      await choose(subnet);
      await expect(readiness.getByRole('heading', { name: `Readiness of ${subnet}` })).toBeVisible();
    },
    pick,
    field,
    clickRow,
    filter,
    async fill(label, text) {
      await field(label).fill(text);
      await field(label).press('Tab');
      await expect(field(label)).toHaveValue(text);
    },
    button,
    press: (label) => button(label).click(),
    summary: readiness.locator('.summary'),
    requirement,
    groupByRequirement: () => readiness.locator('[data-by=requirement]').click(),
    cause: (title) => readiness.locator('[data-cause]').filter({ hasText: title }),
    fixWorst: () => readiness.locator('[data-does=fix]').first().click(),
    toggle: (name) => requirement(name).locator('.name').click(),
    heading: (text) => page.getByRole('heading', { name: text }),
    async untilNetwork({ workspace, kind, publicIp }) {
      await choose(workspace);
      await continueTo('Compute');
      if (kind !== undefined) await pick('Kind', kind);
      if (publicIp !== undefined) await pick('Public IP on nodes', publicIp);
      await continueTo('Network');
    },
  };
}

function startsWith(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

interface Scrolled {
  scrollTop: number;
  readonly clientHeight: number;
}

/** Scrolls lists by their height, and from the end to the start. */
function scrollOn(lists: readonly Scrolled[]): void {
  for (const list of lists) {
    const before = list.scrollTop;
    list.scrollTop += list.clientHeight;
    if (list.scrollTop <= before + 1) list.scrollTop = 0;
  }
}
