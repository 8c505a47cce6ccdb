import { expect, test } from 'vitest';
import { noPlan } from '../../../../src/contract/wizard/stored-choices';
import type { Confirmation } from '../../../../src/core/confirmation';
import { pathFingerprint } from '../../../../src/core/path-fingerprint';
import { confirmByTest } from '../../../../src/features/wizard/actions/network-request';
import { createdFrom } from '../../../../src/features/wizard/creation-state';
import type { NetworkTest } from '../../../../src/features/wizard/network-test-state';
import { firstState, loadedValue, withParts } from '../../../../src/features/wizard/state';
import { createWizardStore } from '../../../../src/features/wizard/store';
import { networkTestView } from '../../../../src/features/wizard/views/network-test-view';
import type { NetworkTestAnswer } from '../../../../src/plans/network-test/job';
import { messagesIn } from '../../../support/messages-in';
import { clusterPlan } from '../../plans/sample-plans';
import { openWizardAt, previewEvery, worstFix } from './open-wizard';

const at = '2026-07-30T10:00:00.000Z';
const seen = { isEndUnseen: false, isStopping: false };
const target = { requirement: 'outbound-mcr-443', host: 'mcr.microsoft.com', port: 443, addresses: [] };
const hub = { workspace: 'mlw-risk-dev', network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

/** Opens the wizard at a subnet, and returns the row of a flow for an answer of the test's job. */
async function openTested(place: typeof hub, tested = target) {
  const stateStore = createWizardStore(firstState(noPlan));
  const w = await openWizardAt(place, { stateStore });
  /** The state of now, in which the results are also those of the created compute resource. */
  const stateNow = () => {
    const state = stateStore.get();
    return withParts(state, { creationResults: state.evaluation?.results ?? [] });
  };
  const state = stateNow();
  const rowOf = (answer: NetworkTestAnswer) => {
    const plan = { targets: [tested], notTestable: [], whole: [], testedByStart: [] };
    const done: NetworkTest = {
      plan,
      path: null,
      startedAt: at,
      endedAt: at,
      ...seen,
      phase: { is: 'done', answers: [answer] },
    };
    return networkTestView(messagesIn('en'), stateNow(), { ...createdFrom(clusterPlan, at), test: done })
      ?.rows[0];
  };
  return { w, stateStore, evidence: state.creationResults, rowOf };
}

test('a flow without a response names the rule that blocks it by the checks', async () => {
  const place = { workspace: 'mlw-fraud-prod', network: 'vnet-ml-prod-weu', subnet: 'snet-training' };
  const registry = { ...target, requirement: 'outbound-acr-443', host: 'crfraudprod.azurecr.io' };
  const { rowOf } = await openTested(place, registry);
  expect(rowOf({ is: 'timeout', address: null })?.detail).toMatch(
    /^crfraudprod\.azurecr\.io didn’t answer within 15 seconds\. NSG rule 4096 Deny-All blocks \d+ flows\.$/,
  );
});

test('a flow that was fixed after its test isn’t explained by the network of now', async () => {
  const place = { workspace: 'mlw-fraud-prod', network: 'vnet-ml-prod-weu', subnet: 'snet-training' };
  const registry = { ...target, requirement: 'outbound-acr-443', host: 'crfraudprod.azurecr.io' };
  const { w, rowOf } = await openTested(place, registry);
  await w.call.applyFix({ preview: await previewEvery(w, worstFix(w.page.readiness)?.ids ?? []) });
  await w.until('applied', (p) => p.preview?.state === 'applied');
  expect(rowOf({ is: 'timeout', address: null })).toMatchObject({
    icon: 'error',
    detail: 'crfraudprod.azurecr.io didn’t answer within 15 seconds. Your fix now allows this flow.',
  });
});

test('a flow without a response behind an appliance names its route, but not a cause', async () => {
  const { w, stateStore, evidence, rowOf } = await openTested(hub);
  expect(rowOf({ is: 'timeout', address: '150.171.69.10' })).toMatchObject({
    icon: 'error',
    detail: expect.stringMatching(
      /^mcr\.microsoft\.com didn’t answer within 15 seconds\. Route 0\.0\.0\.0\/0 sends the traffic to: .*10\.\d+\.\d+\.\d+.*\.$/,
    ) as string,
  });
  expect(rowOf({ is: 'unresolved', address: null })?.detail).toBe(
    'DNS doesn’t resolve mcr.microsoft.com on the node.',
  );
  expect(rowOf({ is: 'connected', address: '10.0.0.4' })).toMatchObject({
    icon: 'pass',
    detail: 'mcr.microsoft.com',
  });
  expect(rowOf({ is: 'missing', address: null })?.icon).toBe('unknown');
  expect(rowOf({ is: 'elsewhere', address: '20.61.1.2' })).toMatchObject({
    icon: 'error',
    detail: 'mcr.microsoft.com resolves to 20.61.1.2, not to its private endpoint.',
  });

  // Results to confirm get what the node measured, and stay to confirm. UDP and untested flows don't.
  const [kept, udp] = [{ all: [] as readonly Confirmation[] }, 'outbound-aml-udp-5831'];
  const ports = {
    keptConfirmations: () => kept.all,
    keepConfirmations: (all: readonly Confirmation[]) => void (kept.all = all),
    now: () => new Date(),
  };
  const answered = (mcr: NetworkTestAnswer): void => {
    const plan = {
      targets: [target, { ...target, requirement: 'outbound-batch-443' }],
      notTestable: [{ requirement: udp, because: 'udp' as const }],
      whole: [target.requirement, 'outbound-batch-443'],
      testedByStart: [],
    };
    const networks = loadedValue(stateStore.get().networks);
    const path = (networks && pathFingerprint(networks, stateStore.get().choices.subnet ?? '')) ?? null;
    const answers: readonly NetworkTestAnswer[] = [mcr, { is: 'connected', address: '150.171.69.10' }];
    const phase = { is: 'done', answers } as const;
    const test: NetworkTest = { plan, path, startedAt: at, endedAt: at, ...seen, phase };
    const { subnet, workspace } = stateStore.get().choices;
    const own = { ...clusterPlan, subnetId: subnet, workspaceId: workspace ?? '' };
    confirmByTest({ store: stateStore, ports }, { plan: own, test, evidence });
  };
  const answers = () =>
    (w.page.readiness?.groups ?? [])
      .flatMap(({ rows }) => rows)
      .flatMap(({ id, confirmed, counts }) => (confirmed === null ? [] : [[id, counts, confirmed]]));
  answered({ is: 'timeout', address: '150.171.69.10' });
  await w.until('answered', () => answers().length > 0);
  expect(answers()).toEqual([
    ['outbound-batch-443', 'unknown', expect.stringMatching(/^Tested from a node of .+, \d/) as string],
  ]);
  answered({ is: 'connected', address: '150.171.69.10' });
  expect(kept.all.map(({ requirements }) => requirements)).toEqual([
    ['outbound-mcr-443', 'outbound-batch-443'],
  ]);
  stateStore.set({ confirmations: kept.all.map((one) => ({ ...one, path: 'another' })) });
  await w.until('asked again', () => answers().length === 0);
});

test('a flow that passes is marked as tested until the path changes, and isn’t a confirmation of the request', async () => {
  const place = { workspace: 'mlw-fraud-prod', network: 'vnet-ml-prod-weu', subnet: 'snet-train-gpu' };
  const { w, stateStore, evidence } = await openTested(place);
  const { networks, choices } = stateStore.get();
  const [subnet, workspace] = [choices.subnet ?? '', choices.workspace ?? ''];
  const model = loadedValue(networks);
  const reached = { ...target, requirement: 'outbound-arm-443' };
  const blocked = { ...target, requirement: 'outbound-acr-443' };
  const targets = [reached, blocked];
  const test: NetworkTest = {
    plan: { targets, notTestable: [], whole: targets.map((one) => one.requirement), testedByStart: [] },
    path: (model && pathFingerprint(model, subnet)) ?? null,
    startedAt: at,
    endedAt: at,
    ...seen,
    phase: { is: 'done', answers: targets.map(() => ({ is: 'connected', address: '20.61.1.2' })) },
  };
  const ports = { keptConfirmations: () => [], keepConfirmations: () => undefined, now: () => new Date() };
  const plan = { ...clusterPlan, subnetId: subnet, workspaceId: workspace };
  confirmByTest({ store: stateStore, ports }, { plan, test, evidence });
  const marks = () =>
    (w.page.readiness?.groups ?? [])
      .flatMap(({ rows }) => rows)
      .flatMap(({ id, counts, mark }) => (mark === null ? [] : [[id, counts, mark]]));
  await w.until('tested', () => marks().length > 0);
  expect(marks()).toEqual([
    [reached.requirement, 'passed', expect.stringMatching(/^Tested from a node of .+, \d/) as string],
  ]);
  await w.call.openRequest({});
  await w.until('request', (page) => page.request !== null);
  expect(w.page.request?.confirmed).toEqual([]);
  stateStore.set({
    confirmations: stateStore.get().confirmations.map((one) => ({ ...one, path: 'another' })),
  });
  await w.until('not tested', () => marks().length === 0);
});

test('flows that failed are listed before those that passed', () => {
  const ids = ['outbound-mcr-443', 'outbound-acr-443', 'outbound-monitor-443'];
  const done: NetworkTest = {
    plan: {
      targets: ids.map((requirement) => ({ ...target, requirement })),
      notTestable: [],
      whole: [],
      testedByStart: ['outbound-batch-443'],
    },
    path: null,
    startedAt: at,
    endedAt: at,
    ...seen,
    phase: {
      is: 'done',
      answers: [
        { is: 'connected', address: '10.40.7.4' },
        { is: 'missing', address: null },
        { is: 'timeout', address: null },
      ],
    },
  };
  const creation = { ...createdFrom(clusterPlan, at), test: done };
  const { rows = [] } =
    networkTestView(messagesIn('en'), createWizardStore(firstState(noPlan)).get(), creation) ?? {};
  expect(rows.map(({ icon }) => icon)).toEqual(['error', 'unknown', 'pass', 'pass', 'info']);
});
