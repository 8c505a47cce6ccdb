import { expect, test } from 'vitest';
import { create, failureIn, openCreationSample, planned } from '../../azure/learning/creating';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { summarize, type Summary } from '../../../../src/checks/summary';
import { formatRowOutcome, workspaceOutcome } from '../../../../src/features/wizard/row-outcomes';
import { messagesIn } from '../../../support/messages-in';
import { pickWorkspace, openWizard } from './open-wizard';

test('each row shows its kind, except plain workspaces', async () => {
  const w = openWizard();
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  const rows = w.page.plan!.workspace.workspaces.rows;
  expect(rows.map((one) => [one.name, one.kind])).toEqual([
    ['mlw-fraud-prod', null],
    ['mlw-risk-prod', null],
    ['mlw-risk-dev', null],
    ['hub-claims-ai', 'hub'],
    ['prj-claims-letters', 'project'],
    ['fs-fraud', 'feature store'],
    ['mlw-underwriting', null],
    ['mlw-actuary', null],
  ]);
  expect(rows[3]?.spoken).toMatch(/^hub-claims-ai, hub, /);
});

test('each row counts the ready subnets of its region, and an unknown count isn’t shown as zero', async () => {
  const w = openWizard();
  const cells = () => w.page.plan?.workspace.workspaces.rows.map(({ outcome }) => outcome) ?? [];
  await w.until('workspaces', () => cells().length === 8);
  const [first] = w.page.plan?.workspace.workspaces.rows ?? [];
  await w.call.checkRows({ ids: [first?.id ?? ''] });
  await w.until('the first is counted', () => Boolean(cells()[0]));
  expect(cells()[0]).toEqual({
    icon: 'pass',
    text: expect.stringMatching(/^[1-9]\d* of \d+ ready$/) as string,
  });
  expect(cells()[1]).toEqual({ icon: 'info', text: 'managed (approved outbound)' });
  expect(cells()[5]).toEqual({ icon: 'unfit', text: 'Can’t run compute' });
  const none = summarize([]);
  const toConfirm: Summary = { ...none, ready: false, unknown: 1 };
  const { errors } = none.causes;
  const failing: Summary = { ...toConfirm, causes: { ...none.causes, errors: { ...errors, causes: 1 } } };
  const words = (...subnets: Summary[]) => formatRowOutcome(messagesIn('en'), workspaceOutcome(subnets));
  expect(words(toConfirm, failing)).toEqual({ icon: 'unknown', text: '1 of 2 to confirm' });
  expect(words(failing, failing)).toEqual({ icon: 'error', text: '0 of 2 ready' });
  const noDns: Summary = { ...none, ready: true, dnsUnchecked: true };
  expect(words(noDns, failing)).toEqual({ icon: 'unknown', text: '1 of 2 ready, DNS not checked' });
});

test('a project leads to its hub, where its compute resources are created', async () => {
  const w = openWizard();
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  const id = sampleWorkspaceId('rg-ml-ai', 'prj-claims-letters');
  await w.call.chooseWorkspace({ id });
  await w.until('the note', (p) => p.plan?.workspace.note !== null);
  expect(w.page.plan?.workspace).toMatchObject({
    workspace: id,
    note: {
      text: 'prj-claims-letters is a project of hub-claims-ai. You create its compute resources in the hub, and they use the hub’s network.',
      action: { id: 'chooseHub', label: 'Choose hub-claims-ai' },
    },
  });
  const { workspace, compute, review } = w.page.plan!.sections;
  expect(workspace).toMatchObject({
    complete: false,
    missing: 'Choose a workspace that can contain compute resources to continue',
  });
  expect([compute.locked, review.locked]).not.toContain(null);
  expect(w.page.review?.primary).toBe('none');
  await w.call.act({ id: 'chooseHub' });
  await w.until('the hub', (p) => p.plan?.sections.workspace.complete === true);
  expect(w.page.plan?.workspace.note).toBeNull();
  expect(w.page.plan?.sections.workspace.summary).toMatch(
    /^hub-claims-ai · hub · West Europe · managed virtual network/,
  );
  await expect(w.call.act({ id: 'chooseHub' })).rejects.toMatchObject({ problem: { code: 'notFound' } });
});

test('a feature store can’t have compute resources, and a note states it', async () => {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-fraud-prod');
  await w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-ai', 'fs-fraud') });
  await w.until('the note', (p) => p.plan?.workspace.note !== null);
  expect(w.page.plan?.workspace.note).toMatchObject({
    text: expect.stringContaining('serverless Spark') as string,
    action: null,
  });
  expect(w.page.plan?.sections.workspace.complete).toBe(false);
  await pickWorkspace(w, 'mlw-fraud-prod');
  await w.until('back', (p) => p.plan?.workspace.note === null);
});

test.each(['prj-claims-letters', 'fs-fraud'])('Azure refuses compute resources in %s', async (name) => {
  const plan = planned({ workspaceId: sampleWorkspaceId('rg-ml-ai', name), subnetId: null });
  expect(failureIn(await create(openCreationSample(), plan))).toMatchObject({
    code: 'refused',
    compute: null,
  });
});
