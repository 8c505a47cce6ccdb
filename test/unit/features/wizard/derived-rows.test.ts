import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { noPlan } from '../../../../src/contract/wizard/stored-choices';
import { deriveRows } from '../../../../src/features/wizard/derive-rows';
import { offeredSizes } from '../../../../src/features/wizard/selection';
import { firstState, loadedValue, withParts } from '../../../../src/features/wizard/state';
import { createWizardStore } from '../../../../src/features/wizard/store';
import { sampleSubnetId } from '../../../../src/sandbox/sample/names';
import { openWizard, pickWorkspace, type OpenWizard } from './open-wizard';

const subnet = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');

function rowOf({ page }: OpenWizard): string | undefined {
  return page.subnets?.rows.find(({ name }) => name === 'snet-train-gpu')?.outcome?.text;
}

async function opened(): Promise<OpenWizard> {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-fraud-prod');
  await w.call.chooseSubnet({ id: subnet });
  await w.until('the row', () => rowOf(w) === 'Ready, 1 warning');
  return w;
}

test('rows follow the entered number of nodes', async () => {
  const w = await opened();
  const before = rowOf(w);
  await w.call.changeSize({ maxNodes: 500 });
  await w.until('more nodes than addresses', () => rowOf(w) !== undefined && rowOf(w) !== before);
  expect(rowOf(w)).toBe(w.page.readiness?.summary);
  await w.call.changeSize({ maxNodes: 2 });
  await w.until('few nodes', () => rowOf(w) === before);
  w.dispose();
});

test('rows follow an invalid name, as Readiness does', async () => {
  const w = await opened();
  await w.call.changeSize({ name: '1' });
  await w.until('the refused name', () => rowOf(w) === '1 error');
  expect(w.page.readiness?.summary).toBe('Not ready: 1 error');
  await w.call.changeSize({ name: 'cpu-train' });
  await w.until('the other name', () => rowOf(w) === 'Ready, 1 warning');
  w.dispose();
});

test('an entered name isn’t an input of the network: only its own results are computed again', async () => {
  const store = createWizardStore(firstState(noPlan));
  const w = openWizard({ stateStore: store });
  await pickWorkspace(w, 'mlw-fraud-prod');
  await w.call.chooseSubnet({ id: subnet });
  await w.call.changeSize({ name: 'cpu-a' });
  const before = store.get().evaluation;
  await w.call.changeSize({ name: 'cpu-ab' });
  const after = store.get().evaluation;
  expect(after?.fixable).toBe(before?.fixable);
  const again = after?.results.filter((one) => !before?.results.includes(one)).map((one) => one.requirement);
  expect(again).toEqual(['compute-name-format', 'quota-aml-compute', 'dns-custom-instance-record']);
  w.dispose();
});

test('another VM size doesn’t check rows again, but another number of nodes does', async () => {
  const store = createWizardStore(firstState(noPlan));
  const w = openWizard({ stateStore: store });
  await pickWorkspace(w, 'mlw-fraud-prod');
  await w.until('the sizes', () => loadedValue(store.get().vmSizes) !== undefined);
  const state = signal(store.get());
  let checked = 0;
  const mayGoOn = (): boolean => (checked += 1) > 0;
  const rows = deriveRows(() => state.value, { mayGoOn, atOnce: (work) => work(), onNext: () => undefined });
  const choose = (choices: Partial<typeof state.value.choices>) => {
    state.value = withParts(state.value, { choices: { ...state.value.choices, ...choices } });
    return rows.expected(subnet);
  };
  const [first, second] = offeredSizes(store.get());
  choose({ vmSize: first?.name ?? '' });
  choose({ vmSize: second?.name ?? '' });
  expect([first?.name === second?.name, checked]).toEqual([false, 1]);
  choose({ maxNodes: 500 });
  expect(checked).toBe(2);
  w.dispose();
});
