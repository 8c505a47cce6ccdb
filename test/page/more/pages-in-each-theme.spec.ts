import { isAccessible } from '../../support/axe';
import { sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import { expect, test, type Theme, type View } from '../../support/page';
import { wizardIn, type Wizard } from '../../support/wizard';
import { cutTextsOf, movableFrames, sideways } from '../layout';

const words = {
  en: {
    next: (section: string) => new RegExp(`^Continue to ${section}$`),
    sections: { compute: 'Compute', network: 'Network', size: 'Size', review: 'Review' },
    publicIp: 'Public IP on nodes',
    yes: 'Yes',
    name: 'Name',
    minNodes: 'Minimum nodes',
    create: /^Create (in Azure|anyway…)$/,
    testNetwork: 'Start one node…',
    explain: 'Explain',
    sample: 'Explore the sample',
  },
  fr: {
    next: (section: string) => new RegExp(`^Continuer\\svers\\s${section}$`),
    sections: { compute: 'Calcul', network: 'Réseau', size: 'Taille', review: 'Vérification' },
    publicIp: /^IP publique/,
    yes: 'Oui',
    name: 'Nom',
    minNodes: 'Nombre minimal de nœuds',
    create: /^Créer (dans Azure|quand même)/,
    testNetwork: /^Démarrer un nœud/,
    explain: 'Expliquer',
    sample: /^Explorer/,
  },
} as const;

type Language = keyof typeof words;

/** Goes through the wizard in one language. */
function walkIn(language: Language, wizard: Wizard) {
  const { next, sections, publicIp, yes, name, minNodes, create, testNetwork } = words[language];
  const goOn = (section: keyof typeof sections): Promise<void> => wizard.press(next(sections[section]));
  return {
    async untilNetwork(network: string, subnet: string, hasPublicIp: boolean): Promise<void> {
      await wizard.clickRow(wizard.row('mlw-fraud-prod'));
      await goOn('compute');
      if (hasPublicIp) {
        const group = wizard.plan.getByRole('radiogroup', { name: publicIp });
        await group.getByRole('radio', { name: yes, exact: true }).click();
      }
      await goOn('network');
      await this.chooseSubnet(network, subnet);
    },
    async chooseSubnet(network: string, subnet: string): Promise<void> {
      await wizard.clickRow(wizard.row(network));
      await wizard.clickRow(wizard.row(subnet));
      await expect(wizard.readiness.getByRole('heading', { name: subnet })).toBeVisible();
      await expect(wizard.summary).not.toBeEmpty();
    },
    async untilSize(called: string, nodes?: string): Promise<void> {
      await goOn('size');
      await wizard.fill(name, called);
      if (nodes !== undefined) await wizard.fill(minNodes, nodes);
    },
    async untilReview(): Promise<void> {
      await goOn('review');
      await expect(wizard.button(create)).toBeVisible();
    },
    create: () => wizard.press(create),
    testNetwork: () => wizard.press(testNetwork),
  };
}

for (const language of ['en', 'fr'] as const) {
  for (const theme of ['light-2026', 'dark-2026', 'high-contrast', 'high-contrast-light'] satisfies Theme[]) {
    /** Looks at the page in both widths: nothing is cut, nothing scrolls sideways, and axe finds nothing. */
    const look = async (view: View, name: string): Promise<void> => {
      const wizard = wizardIn(view.page);
      for (const [width, height] of [
        [1382, 798],
        [480, 900],
      ] as const) {
        await view.resize(width, height);
        await expect.poll(() => sideways(wizard), { message: `${name} at ${String(width)}` }).toEqual([]);
        expect.soft(await cutTextsOf(wizard), `${name} at ${String(width)}`).toEqual([]);
        expect.soft(await movableFrames(wizard), `${name} at ${String(width)}`).toEqual([]);
        await isAccessible(view.page);
        await view.screenshot(`each-theme/${name}-${theme}-${language}-${String(width)}`);
      }
      await view.resize(1382, 798);
    };

    test.describe(`${theme}, ${language}`, () => {
      test.use({ theme, language });

      test(`causes, a request, and a fix: ${theme}, ${language}`, async ({ view, wizard, hosted }) => {
        const walk = walkIn(language, wizard);
        await walk.untilNetwork('vnet-spoke-risk-weu', 'snet-train-hub', true);
        await look(view, 'forced-tunnel');
        await hosted.session.openRequest();
        await expect(wizard.plan.getByRole('table')).toBeVisible();
        await look(view, 'request');
        await view.page.keyboard.press('Escape');
        await walk.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
        await look(view, 'causes');
        await wizard.fixWorst();
        await expect(wizard.plan.getByRole('table').first()).toBeVisible();
        await look(view, 'fix');
      });

      test(`from the recommended values to a tested cluster: ${theme}, ${language}`, async ({
        view,
        wizard,
      }) => {
        await expect(wizard.plan.locator('.tag')).toHaveCount(2);
        await look(view, 'recommended');
        const walk = walkIn(language, wizard);
        await walk.untilNetwork('vnet-ml-prod-weu', 'snet-train-gpu', false);
        await walk.untilSize('cpu-ready');
        await look(view, 'size');
        await walk.untilReview();
        await look(view, 'review');
        await walk.create();
        await expect(wizard.button(words[language].testNetwork)).toBeVisible();
        await look(view, 'ready');
        await walk.testNetwork();
        await expect(wizard.plan.getByText(/UDP 5831/).first()).toBeVisible();
        await look(view, 'tested');
      });

      test(`a failed creation: ${theme}, ${language}`, async ({ view, wizard }) => {
        const walk = walkIn(language, wizard);
        await walk.untilNetwork('vnet-ml-prod-weu', 'snet-training', false);
        await walk.untilSize('cpu-fraud', '1');
        await walk.untilReview();
        await walk.create();
        await expect(wizard.plan.getByText(/^AllocationTimedout: /)).toBeVisible();
        await look(view, 'failed');
      });

      test(`a creation without permission: ${theme}, ${language}`, async ({ view, wizard, sample }) => {
        const walk = walkIn(language, wizard);
        await walk.untilNetwork('vnet-ml-prod-weu', 'snet-train-gpu', false);
        await walk.untilSize('cpu-denied');
        await walk.untilReview();
        sample.access.deny({ scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), verbs: ['write'] });
        await walk.create();
        await expect(wizard.plan.getByText(/^AuthorizationFailed: /)).toBeVisible();
        await look(view, 'no-permission');
      });

      test(`an error message to explain: ${theme}, ${language}`, async ({ view, wizard, hosted }) => {
        await hosted.session.explainError();
        await wizard.plan.getByRole('textbox').fill('(AllocationTimedout) Allocation timed out.');
        await wizard.plan.getByRole('button', { name: words[language].explain, exact: true }).click();
        await expect(wizard.plan.getByRole('heading', { level: 3 }).first()).toBeVisible();
        await look(view, 'explain-error');
      });
    });

    test.describe(`signed out, ${theme}, ${language}`, () => {
      test.use({ theme, language, signedOut: true });

      test(`the first page: ${theme}, ${language}`, async ({ view }) => {
        await expect(view.page.getByRole('button', { name: words[language].sample })).toBeVisible();
        await look(view, 'signed-out');
      });
    });
  }
}
