import type { Locator } from '@playwright/test';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { expect, test, type View } from '../../support/page';
import { wizardIn, type Wizard } from '../../support/wizard';
import { shownPlace, scrollAway } from '../place';

/** A page that replaces the plan or another page, and how to get there. */
interface Way {
  readonly name: string;
  /** Goes to the place that is left. */
  readonly go: (wizard: Wizard, sample: SandboxAzure) => Promise<void>;
  /** The button that opens the other page. */
  readonly button: (wizard: Wizard) => Locator;
  /** The heading of the page that is left to come back. */
  readonly heading: RegExp;
}

async function toNetwork(wizard: Wizard, subnet = 'snet-training'): Promise<void> {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', subnet);
}

async function toReview(wizard: Wizard, subnet: string): Promise<void> {
  await toNetwork(wizard, subnet);
  await wizard.continueTo('Size');
  await wizard.fill('Name', 'cpu-fraud');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
}

async function toFailure(wizard: Wizard): Promise<void> {
  await toReview(wizard, 'snet-training');
  await wizard.press('Create anyway…');
  await expect(wizard.heading(/^cpu-fraud wasn’t set up/)).toBeFocused();
}

const ways: readonly Way[] = [
  {
    name: 'the preview of a cause on Readiness',
    go: (wizard) => toNetwork(wizard),
    button: (wizard) => wizard.readiness.locator('[data-does=fix]').first(),
    heading: /^Fix \d flows/,
  },
  {
    name: 'the preview of Review',
    go: (wizard) => toReview(wizard, 'snet-training'),
    button: (wizard) => wizard.button(/^Fix \d+ (flows|checks) first…$/),
    heading: /^Fix \d+ flows/,
  },
  {
    name: 'the request of a cause on Readiness',
    go: async (wizard) => {
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-spoke-risk-weu', 'snet-train-hub');
    },
    button: (wizard) => wizard.readiness.getByRole('button', { name: /^Open (network )?request/ }).first(),
    heading: /^Network request for/,
  },
  {
    name: 'the request of Review',
    go: (wizard) => toReview(wizard, 'snet-training'),
    button: (wizard) => wizard.button('Open network request'),
    heading: /^Network request for/,
  },
  {
    name: 'Azure’s diagnosis',
    go: (wizard) => toNetwork(wizard),
    button: (wizard) => wizard.readiness.getByRole('button', { name: 'Compare with Azure’s diagnosis' }),
    heading: /^Azure’s own diagnosis/,
  },
  {
    name: 'an error message',
    go: (wizard) => toReview(wizard, 'snet-training'),
    button: (wizard) => wizard.readiness.getByRole('button', { name: 'Explain an error message…' }),
    heading: /^Explain an error message/,
  },
  {
    name: 'a ready page',
    go: (wizard) => toReview(wizard, 'snet-train-gpu'),
    button: (wizard) => wizard.button('Create in Azure'),
    heading: /^cpu-fraud is ready$/,
  },
  {
    name: 'a failed page that left nothing in Azure',
    go: async (wizard, sample) => {
      await toReview(wizard, 'snet-train-gpu');
      sample.faults.next({
        method: 'PUT',
        match: '/computes/',
        status: 400,
        code: 'BadRequest',
        message: 'No.',
      });
    },
    button: (wizard) => wizard.button('Create in Azure'),
    heading: /^cpu-fraud wasn’t (created|set up)/,
  },
  {
    name: 'the preview of a failed page',
    go: toFailure,
    button: (wizard) => wizard.button('Fix and try again…'),
    heading: /^Fix \d+ flows?/,
  },
  {
    name: 'a preview next to a network test',
    go: async (wizard) => {
      await toReview(wizard, 'snet-train-gpu');
      await wizard.press('Create in Azure');
      await wizard.press('Start one node…');
      await expect(wizard.plan.getByText(/^Failed: \d+ of \d+ testable flows$/)).toBeVisible();
    },
    button: (wizard) => wizard.readiness.locator('[data-does=fix]').first(),
    heading: /^Fix \d+ flows?/,
  },
];

/** Goes there and back, and expects focus and scroll positions as they were. */
async function thereAndBack(view: View, wizard: Wizard, way: Way): Promise<void> {
  await way.button(wizard).focus();
  await scrollAway(wizard);
  const before = await shownPlace(wizard);
  await view.page.keyboard.press('Enter');
  const heading = wizard.plan.getByRole('heading', { level: 2, name: way.heading });
  await expect(heading).toBeVisible({ timeout: 8000 });
  await scrollAway(wizard);
  await wizard.plan.locator('.back').click();
  await expect(heading).toHaveCount(0, { timeout: 8000 });
  await expect.poll(() => shownPlace(wizard), { timeout: 3000 }).toEqual(before);
  // Nothing moves it afterwards.
  await view.page.waitForTimeout(300);
  expect(await shownPlace(wizard)).toEqual(before);
}

for (const width of [1382, 480]) {
  for (const way of ways) {
    test(`back from ${way.name}, focus and scroll positions are as before, at ${String(width)} pixels`, async ({
      view,
      wizard,
      sample,
    }) => {
      await way.go(wizard, sample);
      await view.resize(width, 500);
      await thereAndBack(view, wizard, way);
    });
  }
}

test.describe('signed out', () => {
  test.use({ signedOut: true, size: { width: 480, height: 400 } });

  test('back from an error message, the start page is as before', async ({ view }) => {
    const wizard = wizardIn(view.page);
    await thereAndBack(view, wizard, {
      name: 'the start page',
      go: () => Promise.resolve(),
      button: () => wizard.button('Explain an error message…'),
      heading: /^Explain an error message/,
    });
  });
});
