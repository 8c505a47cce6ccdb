import { describe, expect, test } from 'vitest';
import type { ReadinessCause } from '../../../../src/contract/wizard/readiness';
import type { Confirmation } from '../../../../src/core/confirmation';
import type { Grant } from '../../../../src/sandbox/governance/roles';
import { findRequirement } from '../../../../src/requirements/requirements';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import { otherUserDenies } from './other-user';
import {
  readinessRowOf,
  denyAllSubnet,
  openWizardInOneGroup,
  previewEvery,
  type OpenWizard,
} from './open-wizard';
import { sampleFlows } from '../../../support/sample-summary';

const hub = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

function causeOf({ page: { readiness } }: OpenWizard, kind: string): ReadinessCause {
  const found = readiness?.causes.find((one) => one.kind === kind);
  if (!found) throw new Error(`No ${kind}; there are ${readiness?.causes.map((one) => one.kind).join(', ')}`);
  return found;
}

const nsg = (group: string, name: string): string => sampleNetworkId(group, 'networkSecurityGroups', name);

const actionsOf = ({ actions }: ReadinessCause): readonly string[] =>
  actions.map(({ does, label }) => `${does}: ${label}`);

/** Anna has all permissions in Azure except to change networks. */
const readsNetworks: readonly Grant[] = [
  { role: 'Contributor', scope: '/', actions: ['*'], notActions: ['Microsoft.Network/*/write'] },
];

test.each(['snet-training', 'snet-sandbox', 'snet-privatelink'])(
  'actions of %s count as flows only what is a flow',
  async (subnet) => {
    const w = await openWizardInOneGroup({ ...denyAllSubnet, subnet });
    const actions = w.page.readiness?.causes.flatMap((one) => one.actions) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    const isFlow = (id: string): boolean => findRequirement(id)?.profiles.current?.what.is === 'flows';
    for (const { label, ids } of actions) {
      const counted = /(\d+)(?: of \d+)? (flow|check)/.exec(label);
      if (counted) expect([label, counted[1]]).toEqual([label, String(ids.length)]);
      if (counted?.[2] === 'flow') expect([label, ids.filter((id) => !isFlow(id))]).toEqual([label, []]);
    }
    w.dispose();
  },
);

describe('a cause that is fixed', () => {
  test('shows how many of its flows pass now, and names the former cause', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    expect(w.page.readiness?.fixed).toEqual([]);
    const { actions } = causeOf(w, 'nsg-rule-blocks');
    await w.call.applyFix({ preview: await previewEvery(w, actions[0]?.ids ?? []) });
    await w.call.closeFix({});
    await w.until('fixed', (p) => p.readiness?.state === 'checked' && p.readiness.fixed.length > 0);
    expect(w.page.readiness?.fixed).toMatchObject([
      {
        title: expect.stringMatching(/^Fixed: \d+ of \d+ flows pass$/) as string,
        summary: `NSG rule 4096 Deny-All blocks ${sampleFlows('snet-training')}`,
      },
    ]);
    w.dispose();
  });
});

test('while a fix is previewed, each group counts the rows that it shows', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  const { actions } = causeOf(w, 'nsg-rule-blocks');
  await previewEvery(w, actions[0]?.ids ?? []);
  const [changed, ...others] = w.page.readiness!.groups;
  expect(changed).toMatchObject({ id: 'changed', summary: String(changed!.rows.length) });
  const outbound = others.find(({ id }) => id === 'outbound')!;
  expect(outbound.rows.filter(({ icon }) => icon === 'info')).toHaveLength(1);
  expect(outbound.summary).toMatch(/^\d+ passed, 1 info$/);
  for (const { id, rows, summary } of others.filter((one) => one.summary.includes('passed'))) {
    const passed = rows.filter(({ counts }) => ['passed', 'default'].includes(counts));
    expect([id, Number.parseInt(summary, 10)]).toEqual([id, passed.length]);
  }
  w.dispose();
});

describe('a flow that two rules block', () => {
  test('is listed under the first, names the second, and shows both by requirement', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    await otherUserDenies(w.sample, nsg('rg-network-prod', 'nsg-training'), 'BatchNodeManagement');
    await w.call.refresh({});
    await w.until('two rules', (p) =>
      readinessRowOf(p.readiness, 'outbound-batch-443').rest.includes('causes'),
    );
    const row = readinessRowOf(w.page.readiness, 'outbound-batch-443');
    expect(`${row.word} ${row.rest}`).toBe(
      'Blocked by 2 causes: rule 100 deny-by-another and rule 4096 Deny-All',
    );
    const first = w.page.readiness?.causes.find(({ flows }) => flows.some(({ id }) => id === row.id));
    expect(first).toMatchObject({
      title: 'NSG rule 100 deny-by-another blocks 1 flow',
      flows: [{ part: null, next: 'Also blocked by rule 4096 Deny-All' }],
    });
    w.dispose();
  });

  test('a partly blocked flow names the blocked part', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet);
    const { flows } = causeOf(w, 'nsg-rule-blocks');
    expect(flows.find(({ id }) => id === 'inbound-intra-subnet')?.part).toBe('all but TCP 443');
    w.dispose();
  });
});

describe('a cause that depends on others', () => {
  test('is requested, confirmed by its owner, and stays “to confirm”', async () => {
    const editor = {
      keptConfirmations: () => kept,
      keepConfirmations: (all: readonly Confirmation[]) => void (kept = all),
      now: () => new Date('2026-11-29T12:00:00Z'),
    };
    let kept: readonly Confirmation[] = [];
    const w = await openWizardInOneGroup(hub, { editor, typed: ['Network team', '2026-11-29'] });
    const depends = causeOf(w, 'appliance-decides');
    const [copy, open, confirm] = depends.actions;
    expect(actionsOf(depends)).toEqual([
      `copy: Copy request for ${String(copy?.ids.length)} flows`,
      'request: Open request',
      'confirm: Mark as confirmed…',
    ]);
    expect(confirm?.ids).toEqual(open?.ids);
    expect(depends.confirmed).toBeNull();
    expect(await w.call.confirmRequest({ ids: confirm?.ids })).toBe(true);
    await w.until('confirmed', () => causeOf(w, 'appliance-decides').confirmed !== null);
    const after = causeOf(w, 'appliance-decides');
    expect([after.confirmed, after.icon]).toEqual([
      'Confirmed by you, 29 Nov 2026: Network team',
      'appliance',
    ]);
    expect(actionsOf(after).some((one) => one.startsWith('confirm'))).toBe(false);
    w.dispose();
  });
});

describe('a cause that can’t be read', () => {
  test('leads to the request for the role, then to that for its flows', async () => {
    const partner = { workspace: 'mlw-risk-dev', network: 'vnet-partner-weu', subnet: 'snet-partner-train' };
    const w = await openWizardInOneGroup(partner);
    const unread = w.page.readiness!.causes.filter(({ kind }) => kind === 'not-readable');
    expect(unread.map(({ title, actions }) => [title, ...actions.map(({ does }) => does)])).toEqual([
      [expect.stringMatching(/^Can’t read nsg-partner \(/), 'role', 'request', 'confirm'],
      ['Can’t read appi-riskdev (1 check)', 'role', 'request', 'confirm'],
    ]);
    expect(unread[0]?.actions[0]?.label).toBe('Copy role request');
    await w.call.copyReadRoleRequest({ id: unread[0]!.key });
    expect(w.copied).toEqual([
      'Please assign the role Reader on rg-security-core to my account. It’s needed to read nsg-partner and to check subnet snet-partner-train for Azure Machine Learning compute.',
    ]);
    await expect(w.call.copyReadRoleRequest({ id: 'another' })).rejects.toMatchObject({
      problem: { code: 'notFound' },
    });
    w.dispose();
  });

  test('names the account that needs the role', async () => {
    const w = await openWizardInOneGroup(
      { network: 'vnet-partner-weu', subnet: 'snet-partner-train' },
      { connect: (own) => Promise.resolve({ ...own, account: 'anna@contoso.com' }) },
    );
    await w.call.copyReadRoleRequest({ id: causeOf(w, 'not-readable').key });
    expect(w.copied[0]).toContain(' on rg-security-core to anna@contoso.com. ');
    w.dispose();
  });
});

describe('without permission for the fix', () => {
  const opened = (): Promise<OpenWizard> =>
    openWizardInOneGroup(denyAllSubnet, { before: ({ access }) => void access.assign(readsNetworks) });

  test('the request is the primary action, in Readiness and in Review, before anything is applied', async () => {
    const w = await opened();
    await w.until('roles', () => causeOf(w, 'nsg-rule-blocks').needs !== null);
    const cause = causeOf(w, 'nsg-rule-blocks');
    expect(cause.needs).toBe('You need Network Contributor on nsg-training.');
    expect(actionsOf(cause)).toEqual([
      `copy: Copy request for ${sampleFlows('snet-training')}`,
      'request: Open request',
    ]);
    expect(readinessRowOf(w.page.readiness, 'outbound-batch-443').fix).toBeNull();
    expect(w.page.review).toMatchObject({
      primary: 'request',
      primaryLabel: 'Open request',
      fixIds: [],
      note: expect.stringMatching(/^You need Network Contributor on nsg-training\. /) as string,
    });
    w.dispose();
  });

  test('a preview that is opened anyway states it, and doesn’t offer Apply', async () => {
    const w = await opened();
    await w.until('roles', () => causeOf(w, 'nsg-rule-blocks').needs !== null);
    await w.call.previewFix({ ids: ['outbound-batch-443'] });
    await w.until('preview', ({ preview }) => preview?.state === 'preview');
    expect(w.page.preview?.cannotApply).toBe('You need Network Contributor on nsg-training.');
    w.dispose();
  });

  test('unreadable roles keep the fix, and the preview states it', async () => {
    const w = await openWizardInOneGroup(denyAllSubnet, {
      before: ({ faults }) =>
        faults.next({ match: /nsg-training\/providers\/Microsoft\.Authorization/, status: 403, times: 9 }),
    });
    await w.until(
      'roles',
      ({ readiness }) => readiness?.groups.some(({ id }) => id === 'permissions') === true,
    );
    const cause = causeOf(w, 'nsg-rule-blocks');
    expect([cause.needs, cause.actions[0]?.does]).toEqual([null, 'fix']);
    await w.call.previewFix({ ids: ['outbound-batch-443'] });
    await w.until('preview', ({ preview }) => preview?.state === 'preview');
    expect(w.page.preview?.notes).toContain('Your permission to change nsg-training can’t be checked.');
    expect(w.page.preview?.cannotApply).toBeNull();
    w.dispose();
  });
});
