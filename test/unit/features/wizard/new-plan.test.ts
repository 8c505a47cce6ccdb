import { expect, test } from 'vitest';
import { healthy, openWizard, openWizardInOneGroup, type OpenWizard } from './open-wizard';

const isPreselected = (w: OpenWizard) => w.page.plan?.preselected === true;

async function fresh(w: OpenWizard): Promise<void> {
  await w.until(
    'preselected',
    (p) => p.plan?.preselected === true && typeof p.readiness?.readAt === 'string',
  );
  expect(w.page.plan).toMatchObject({ opened: null, compute: { kind: 'cluster' } });
  expect(w.page.creation).toBeNull();
}

test('replaces a stored plan: recommended choices are preselected, and the subscription stays', async () => {
  const w = await openWizardInOneGroup(healthy);
  await w.call.changeSize({ name: 'cpu-mine', minNodes: 1 });
  await w.call.openSection({ section: 'size' });
  const next = openWizard({ choices: w.saved(), opened: 'size' });
  await next.until(
    'the plan',
    (p) => p.plan?.size.name === 'cpu-mine' && typeof p.readiness?.readAt === 'string',
  );
  expect(isPreselected(next)).toBe(false);
  const { led = 0, workspace } = next.page.plan ?? {};
  await next.session.newPlan();
  await fresh(next);
  expect(next.page.plan).toMatchObject({
    led: led + 1,
    workspace: { subscription: workspace?.subscription },
  });
  expect(next.saved()).toMatchObject({ name: null, minNodes: 0, lastWorkspace: w.saved().workspace });
});

test('works if the command comes before the page has read its plan', async () => {
  const w = await openWizardInOneGroup(healthy);
  const next = openWizard({ choices: { ...w.saved(), name: 'cpu-mine' } });
  await next.session.newPlan();
  await fresh(next);
  expect(next.saved().name).toBeNull();
});

test('an accepted creation continues, its name isn’t offered, and the next window follows it', async () => {
  const w = await openWizardInOneGroup(healthy, { sample: { pace: 'lifelike', latency: 0 } });
  await w.call.changeSize({ minNodes: 1 });
  await w.call.create({ anyway: false });
  await w.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
  const name = w.saved().creating?.plan.name;
  await w.call.act({ id: 'newPlan' });
  await fresh(w);
  expect(w.saved().creating?.plan.name).toBe(name);
  expect(w.page.plan?.size.name).not.toBe(name);
  w.sample.clock.advance(60_000);
  await w.until('notified', () => w.notified.length > 0);
  expect(w.notified[0]?.message).toBe(`${name ?? ''} is ready.`);
  expect(w.saved().creating).toBeNull();
});

test('signed out, the first page replaces a stored plan; a running creation is followed after the sign-in', async () => {
  const w = await openWizardInOneGroup(healthy, { sample: { pace: 'lifelike', latency: 0 } });
  await w.call.changeSize({ minNodes: 1 });
  await w.call.create({ anyway: false });
  await w.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
  w.dispose();
  const out = openWizard({ choices: w.saved(), signedOut: true });
  await out.until('signed out', (p) => p.plan?.signIn !== null && p.plan?.signIn !== undefined);
  expect(out.page.plan?.start).toBeNull();
  await out.call.act({ id: 'newPlan' });
  await out.until('the first page', (p) => (p.plan?.start ?? null) !== null);
  expect(out.saved()).toMatchObject({ workspace: null, creating: { plan: { name: 'cpu-cluster2' } } });
});

test('keeps a creation that couldn’t be looked up when another one starts', async () => {
  const w = await openWizardInOneGroup(healthy, { sample: { pace: 'lifelike', latency: 0 } });
  await w.call.changeSize({ minNodes: 1 });
  await w.call.create({ anyway: false });
  await w.until('accepted', (p) => p.creation?.steps[2]?.state === 'done');
  w.dispose();
  const other = openWizard({
    choices: w.saved(),
    before: ({ faults }) => faults.next({ match: /computes\/cpu-cluster2/, kind: 'offline', times: 20 }),
  });
  await other.until('the plan', (p) => typeof p.readiness?.readAt === 'string');
  expect(other.page.creation).toBeNull();
  await other.call.changeSize({ name: 'cpu-other' });
  await other.call.create({ anyway: true });
  await other.until('the start', (p) => p.creation !== null && p.creation !== undefined);
  expect(other.saved().left.map(({ plan }) => plan.name)).toContain('cpu-cluster2');
});
