import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WizardPorts } from '../../../src/features/wizard/ports';
import { isWrite } from '../../support/reads-by-post';
import { openTrees, researchName, type OpenTrees } from './trees/open-trees';
import { openTarget } from './wizard/attach-in-wizard';
import {
  readinessRowOf,
  denyAllSubnet,
  openWizardInOneGroup,
  openWizard,
  pickWorkspace,
  previewEvery,
  writesIn,
  type OpenWizard,
} from './wizard/open-wizard';

/** Changes the account of an open wizard: a new connection to the same sample. */
interface AccountSwitch {
  w?: OpenWizard;
  isOn: boolean;
}

/**
 * Returns an editor in which the account changes during a confirmation. The page receives the change before the answer.
 */
function switchesAccountDuringConfirmation(accountSwitch: AccountSwitch): Partial<WizardPorts> {
  const yes = async (): Promise<boolean> => {
    const { w } = accountSwitch;
    if (!w || !accountSwitch.isOn) return true;
    const before = w.sample.traffic.length;
    w.store.clear();
    await w.until('the other account', () => w.sample.traffic.length > before);
    return true;
  };
  return { confirm: yes, confirmName: yes, askSecret: () => yes().then(() => 'secret') };
}

/** Opens a wizard, and starts an action in it that asks for confirmation. */
type OpenAction = (options: {
  editor: Partial<WizardPorts>;
}) => Promise<[OpenWizard, () => Promise<unknown>]>;

const confirmedActions: Readonly<Record<string, OpenAction>> = {
  'attach with a secret': async (options) => {
    const w = await openTarget('databricks', 'adb-features-weu', options);
    return [w, () => w.call.create({ anyway: true })];
  },
  'set up a managed virtual network': async (options) => {
    const w = openWizard(options);
    await pickWorkspace(w, 'hub-claims-ai');
    await w.until(
      'the row',
      (p) => p.readiness !== undefined && readinessRowOf(p.readiness, 'managed-network-set-up').fix !== null,
    );
    return [w, () => w.call.setUpNetwork({})];
  },
  'apply a fix': async (options) => {
    const w = await openWizardInOneGroup(denyAllSubnet, options);
    const preview = await previewEvery(w, ['outbound-batch-443']);
    return [w, () => w.call.applyFix({ preview })];
  },
};

test.each(Object.entries(confirmedActions))(
  'doesn’t send a request with another account than the confirmed one: %s',
  async (_, open) => {
    const accountSwitch: AccountSwitch = { isOn: false };
    const [w, act] = await open({ editor: switchesAccountDuringConfirmation(accountSwitch) });
    Object.assign(accountSwitch, { w, isOn: true });
    const before = writesIn(w.sample.traffic).length;
    await expect(act()).rejects.toMatchObject({
      problem: { code: 'accountChanged', message: expect.stringContaining('The account changed') as string },
    });
    expect(writesIn(w.sample.traffic)).toHaveLength(before);
  },
);

test.each([
  ['ci-anna', 'stop'],
  ['ci-anna', 'restart'],
  ['ci-anna', 'delete'],
  ['cpu-train', 'startNode'],
] as const)(
  'doesn’t send a confirmed action of the side bar with another account: %s, %s',
  async (name, verb) => {
    const t: OpenTrees = openTrees({
      type: () => (t.store.clear(), name),
      confirm: () => (t.store.clear(), true),
    });
    const node = await t.node('compute', researchName, 'mlw-fraud-prod', name);
    await expect(t.commands[verb](node)).rejects.toMatchObject({ code: 'accountChanged' });
    expect(t.sample.traffic.filter(isWrite)).toEqual([]);
  },
);

test('uses askForAccount for every confirmation before a request', () => {
  const confirmation = /\b(?:confirm|confirmName|askSecret|readChosenFile)\(\{?/;
  const files = globSync('src/features/{wizard,trees}/actions/*.ts').filter((file) =>
    confirmation.test(readFileSync(file, 'utf8')),
  );
  const unchecked = files.filter((file) => !readFileSync(file, 'utf8').includes('askForAccount('));
  // Opening a plan file only fills the page. The creation asks for the secret, and checks the account itself.
  expect(unchecked.sort()).toEqual([
    'src/features/wizard/actions/open-plan-file.ts',
    'src/features/wizard/actions/request-secret.ts',
  ]);
});
