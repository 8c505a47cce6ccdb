import { beforeAll, describe, expect, test } from 'vitest';
import { caseCount } from '../../../support/case-count';
import { seeded } from '../../../support/random';
import { openTarget } from './attach-in-wizard';
import { healthy, isQuiet, openWizardInOneGroup, type OpenWizard } from './open-wizard';

/** A change that the user makes, and what the page shows of it before the host answers. */
interface Change {
  readonly what: string;
  readonly send: (w: OpenWizard) => Promise<unknown>;
  /** True for a typed name or address: the user knows it, and nothing else depends on it. */
  readonly isName?: boolean;
}

const size = (fields: Parameters<OpenWizard['call']['changeSize']>[0]): Change => ({
  what: JSON.stringify(fields),
  send: (w) => w.call.changeSize(fields),
});
const named = (name: string): Change => ({ ...size({ name }), isName: true });

const sizes: readonly Change[] = [
  ...['cpu-typed', 'cpu-other'].map(named),
  ...['STANDARD_D2_V2', 'STANDARD_D3_V2', 'Standard_D4s_v5'].map((vmSize) => size({ vmSize })),
  ...[0, 1, 2].map((minNodes) => size({ minNodes })),
  ...[2, 3, 4, 5000].map((maxNodes) => size({ maxNodes })),
  ...[2, 30].map((idleMinutes) => size({ idleMinutes })),
  ...(['Dedicated', 'LowPriority'] as const).map((priority) => size({ priority })),
  ...['none', 'system'].map((identity) => size({ identity })),
  ...[[], [{ name: 'cost', value: '1' }]].map((tags) => size({ tags })),
  ...[true, false].map((on) => size({ ssh: { on } })),
  ...[true, false].map((publicPort) => size({ ssh: { publicPort } })),
  ...[true, false].map((on) => size({ shutdown: { on } })),
  ...[15, 60].map((minutes) => size({ shutdown: { minutes } })),
  ...[true, false].map((on) => size({ schedule: { on, start: '07:00', stop: '19:00' } })),
  ...[true, false].map((on) => size({ setupScript: { on, path: 'a.sh' } })),
  ...[true, false].map((publicIp) => ({
    what: `public IP ${publicIp}`,
    send: (w: OpenWizard) => w.call.choosePublicIp({ publicIp }),
  })),
  ...(['cluster', 'instance'] as const).map((kind) => ({
    what: kind,
    send: (w: OpenWizard) => w.call.chooseKind({ kind }),
  })),
  ...(['current', '2020-12'] as const).map((profile) => ({
    what: profile,
    send: (w: OpenWizard) => w.call.chooseProfile({ profile }),
  })),
];

const field = (
  name: 'name' | 'resourceGroup' | 'addressSpace' | 'subnetName' | 'subnetPrefix',
  text: string,
) => ({
  what: `${name} ${text}`,
  send: (w: OpenWizard) => w.call.changeNewNetwork({ field: name, text }),
});
const fields: readonly Change[] = [
  ...['vnet-typed', 'vnet-other'].map((text) => ({ ...field('name', text), isName: true })),
  ...['snet-typed', 'snet-other'].map((text) => ({ ...field('subnetName', text), isName: true })),
  ...['10.90.0.0/16', '10.91.0.0/16'].map((text) => ({ ...field('addressSpace', text), isName: true })),
  ...['10.90.0.0/28', '10.1.0.0/16', 'x'].map((text) => field('addressSpace', text)),
  ...['10.90.0.0/24', '10.91.0.0/30', ''].map((text) => field('subnetPrefix', text)),
  ...['rg-network-prod', ''].map((text) => field('resourceGroup', text)),
  ...(['none', 'endpoint', 'peering'] as const).map((connection) => ({
    what: connection,
    send: (w: OpenWizard) => w.call.changeNewNetwork({ connection }),
  })),
];

const accesses: readonly Change[] = [
  ...['cpu-typed', 'cpu-other'].map(named),
  ...[22, 2222].map((port) => ({
    what: `port ${port}`,
    send: (w: OpenWizard) => w.call.changeAccess({ port }),
  })),
  ...['azureuser', 'other'].map((user) => ({
    what: `user ${user}`,
    send: (w: OpenWizard) => w.call.changeAccess({ user }),
  })),
  ...(['password', 'key'] as const).map((signIn) => ({
    what: signIn,
    send: (w: OpenWizard) => w.call.changeAccess({ signIn }),
  })),
];

/** Returns what Review shows of the plan, without the texts that the user types. */
function shownPlan({ page, session }: OpenWizard): string {
  const typed = page.plan?.network.proposed?.fields ?? [];
  const names = [...typed.map(({ value }) => value), session.plan()?.plan.name ?? ''];
  const longestFirst = names.filter((one) => one !== '').sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, one) => rest.replaceAll(one, '…'), JSON.stringify(page.review?.words));
}

/** Sends changes, then an action before the page shows them. Resolves to whether the action was done. */
async function actRightAfter(w: OpenWizard, changes: readonly Change[]): Promise<boolean> {
  const sent = changes.map((one) => one.send(w).catch(() => undefined));
  const done = await w.call.copyPlan({ format: 'text' }).then(
    () => true,
    () => false,
  );
  await Promise.all(sent);
  await w.call.catchUp({});
  return done;
}

const plans: readonly (readonly [string, () => Promise<OpenWizard>, readonly Change[]])[] = [
  ['a cluster or an instance', () => openWizardInOneGroup(healthy), sizes],
  [
    'a new network',
    async () => {
      const w = await openWizardInOneGroup(healthy);
      await w.call.act({ id: 'proposeNetwork' });
      await w.until(
        'Readiness',
        (p) => p.plan?.network.proposed !== null && p.readiness?.state === 'checked',
      );
      // What is offered depends on roles, which are read later.
      await isQuiet(w);
      return w;
    },
    [...fields, ...sizes],
  ],
  [
    'an attached machine',
    async () => {
      const w = await openTarget('virtual-machine', 'vm-dsvm-risk');
      // By default, it's named after the machine.
      await w.call.changeSize({ name: 'vm-first' });
      return w;
    },
    accesses,
  ],
];

describe.each(plans)('an action right after a choice: %s', (_, open, changes) => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = await open();
    await w.call.catchUp({});
  });

  test('is done only if Review shows the same plan and cost afterward', async () => {
    const random = seeded(1);
    let accepted = 0;
    for (let at = 0; at < caseCount(150, 1000); at += 1) {
      const some = Array.from({ length: 1 + random.below(3) }, () => random.pick(changes));
      const what = some.map((one) => one.what).join(', ');
      const before = shownPlan(w);
      const done = await actRightAfter(w, some);
      if (done) expect(shownPlan(w), what).toBe(before);
      if (done) accepted += 1;
    }
    expect(accepted).toBeGreaterThan(0);
  });

  test('a typed name or address doesn’t get in its way', async () => {
    const fresh = await open();
    for (const one of changes.filter(({ isName }) => isName === true)) {
      expect(await actRightAfter(fresh, [one]), one.what).toBe(true);
    }
  });
});
