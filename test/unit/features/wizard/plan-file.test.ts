import { expect, test } from 'vitest';
import { idUpTo } from '../../../../src/core/network/find';
import { decodePlan } from '../../../../src/plan-file/read-plan-file';
import type { ComputePlan, Plan } from '../../../../src/plans/compute-plan';
import { machine } from '../../plans/attach-plans';
import { healthy, openWizardInOneGroup, writesIn, type OpenWizard } from './open-wizard';

const name = 'cpu.amlplan.json';
const none = { workspace: [], compute: [], network: [], size: [], review: [] };

async function savedPlan(w: OpenWizard): Promise<ComputePlan> {
  await w.call.write({ format: 'plan' });
  const read = decodePlan(JSON.parse(w.written.at(-1)?.[0]?.text ?? ''));
  if (read.is !== 'plan' || 'targetId' in read.plan) throw new Error('no plan was written');
  return read.plan;
}

/** Returns the notes of sections that have some, once the plan is open and everything is read. */
async function notesOf(w: OpenWizard, plan: Plan): Promise<Record<string, string[]>> {
  await w.session.openPlan(name, plan);
  const { notes = none } = w.page.plan?.planFile ?? {};
  return Object.fromEntries(Object.entries(notes).filter(([, some]) => some.length > 0));
}

const identity = '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-gone';
const renamed = (id: string | null, to: string): string => (id ?? '').replace(/[^/]+$/, to);

test('resources of a plan file that Azure doesn’t have are reported in their section, and not replaced', async () => {
  const w = await openWizardInOneGroup(healthy);
  const plan = await savedPlan(w);
  const other = { ...plan, name: 'cpu-free' };
  expect(await notesOf(w, other)).toEqual({});
  expect(w.page.plan?.size).toMatchObject({ name: 'cpu-free', vmSize: plan.vmSize });

  const { workspaceId, subnetId } = plan;
  const gone = await notesOf(w, { ...other, workspaceId: renamed(workspaceId, 'mlw-gone') });
  expect(gone).toEqual({ workspace: [expect.stringContaining('The workspace mlw-gone doesn’t exist')] });
  expect(w.page.plan?.workspace.workspace).toBeNull();

  const elsewhere = workspaceId.replace(
    /(?<=\/subscriptions\/)[^/]+/,
    '11111111-2222-3333-4444-555555555555',
  );
  expect(await notesOf(w, { ...other, workspaceId: elsewhere })).toEqual({
    workspace: [expect.stringContaining('The subscription 11111111-2222-3333-4444-555555555555 isn’t')],
  });
  expect(w.page.plan?.workspace.workspaces.rows).toEqual([]);

  const noSubnet = { ...other, subnetId: renamed(subnetId, 'snet-gone'), vmSize: 'Standard_Gone' };
  expect(await notesOf(w, noSubnet)).toEqual({
    network: [expect.stringContaining('The subnet snet-gone in vnet-ml-prod-weu doesn’t exist')],
    size: [expect.stringContaining('The size Standard_Gone isn’t available')],
  });
  expect(w.page.plan).toMatchObject({ network: { subnet: null }, size: { vmSize: null } });

  const differing = await notesOf(w, {
    ...other,
    name: 'cpu-cluster',
    workspaceLocation: 'northeurope',
    location: 'northeurope',
    identity: { is: 'user', id: `${idUpTo(workspaceId, 'providers')}${identity}` },
  });
  expect(differing).toMatchObject({
    workspace: [expect.stringContaining('The region of the workspace was North Europe. It’s West Europe.')],
    network: [expect.stringContaining('The region of the nodes was North Europe.')],
    size: [
      expect.stringContaining('A compute resource named cpu-cluster already exists'),
      expect.stringContaining('The managed identity id-gone doesn’t exist'),
    ],
  });
  const attached = await notesOf(w, { ...machine, workspaceId });
  expect(attached).toEqual({ network: [expect.stringContaining('vm-train doesn’t exist')] });
  expect(writesIn(w.sample.traffic)).toEqual([]);
});

test('choices that aren’t stored in a file are replaced only if the user agrees', async () => {
  const answers = [false, true];
  const w = await openWizardInOneGroup(healthy, { confirm: () => answers.shift() ?? true });
  const plan = await savedPlan(w);
  await w.session.openPlan(name, plan);
  expect(w.confirmed).toEqual([]);
  await w.call.changeSize({ name: 'cpu-mine' });
  await w.session.openPlan(name, plan);
  expect(w.confirmed.map(({ title }) => title)).toEqual(['Replace the choices in the wizard?']);
  expect(w.page.plan?.size.name).toBe('cpu-mine');
  await w.session.openPlan(name, plan);
  expect(w.page.plan?.size.name).toBe(plan.name);
});
