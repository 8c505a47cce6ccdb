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

/** The other account after the sign-in: a new connection to the same sample. */
interface ReadAccess {
  w?: OpenWizard;
  isOn: boolean;
}

/** An editor in which the account changes while the user is asked. The page gets it before the answer. */
function otherAccountWhileAsking(asking: ReadAccess): Partial<WizardPorts> {
  const yes = async (): Promise<boolean> => {
    const { w } = asking;
    if (!w || !asking.isOn) return true;
    const before = w.sample.traffic.length;
    w.store.clear();
    await w.until('the other account', () => w.sample.traffic.length > before);
    return true;
  };
  return { confirm: yes, confirmName: yes, askSecret: () => yes().then(() => 'secret') };
}

/** Opens a wizard, and starts an action in it that asks for confirmation. */
type Asks = (options: { editor: Partial<WizardPorts> }) => Promise<[OpenWizard, () => Promise<unknown>]>;

const asking: Readonly<Record<string, Asks>> = {
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

test.each(Object.entries(asking))(
  'what was confirmed for one account isn’t sent as another: %s',
  async (_, open) => {
    const other: ReadAccess = { isOn: false };
    const [w, act] = await open({ editor: otherAccountWhileAsking(other) });
    Object.assign(other, { w, isOn: true });
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
] as const)('nothing that the side bar confirmed is sent as another account: %s, %s', async (name, verb) => {
  const t: OpenTrees = openTrees({
    type: () => (t.store.clear(), name),
    confirm: () => (t.store.clear(), true),
  });
  const node = await t.node('compute', researchName, 'mlw-fraud-prod', name);
  await expect(t.commands[verb](node)).rejects.toMatchObject({ code: 'accountChanged' });
  expect(t.sample.traffic.filter(isWrite)).toEqual([]);
});

test('every confirmation before a request goes through the same check', () => {
  const asks = /\b(?:confirm|confirmName|askSecret|readChosenFile)\(\{?/;
  const files = globSync('src/features/{wizard,trees}/actions/*.ts').filter((file) =>
    asks.test(readFileSync(file, 'utf8')),
  );
  const unchecked = files.filter((file) => !readFileSync(file, 'utf8').includes('askForAccount('));
  // A plan file fills the page, and a secret is asked for by the creation.
  expect(unchecked.sort()).toEqual([
    'src/features/wizard/actions/open-plan-file.ts',
    'src/features/wizard/actions/request-secret.ts',
  ]);
});
