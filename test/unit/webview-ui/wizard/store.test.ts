import { beforeEach, describe, expect, test } from 'vitest';
import type { Handlers } from '@contract/channel';
import { connect } from '@contract/connect';
import { ProblemError } from '@contract/call-error';
import { serveChannel, type Host } from '@contract/serve-channel';
import { wizardChannel, type WizardChannel } from '@contract/wizard/channel';
import { createPageStore, type PageStore } from '../../../../webview-ui/src/wizard/store';
import { settleMessages, wires } from '../../contract/wires';
import { testPlanView } from './plan-view';

const empty = { state: { is: 'ready' as const }, resourceGroups: [], rows: [] };

let host: Host<WizardChannel>;
let store: PageStore;
let kept: unknown;
let acted: string[];
let opened: string[];
let checked: (readonly string[])[];
let onCatchUp: () => void;

beforeEach(() => {
  const { page, host: hostEnd } = wires();
  acted = [];
  checked = [];
  kept = { filter: 'weu' };
  opened = [];
  onCatchUp = () => undefined;
  const refuse = () => Promise.reject(new Error('not part of this test'));
  const names = Object.keys(wizardChannel.calls);
  const handlers = {
    ...Object.fromEntries(names.map((name) => [name, refuse])),
    act: ({ id }: { id: string }) => {
      acted.push(id);
      return id === 'fail'
        ? Promise.reject(new ProblemError({ code: 'forbidden', message: 'You may not.', retryable: false }))
        : Promise.resolve(null);
    },
    catchUp: () => {
      onCatchUp();
      return Promise.resolve(null);
    },
    openSection: ({ section }: { section: string }) => {
      opened.push(section);
      return Promise.resolve(null);
    },
    checkRows: ({ ids }: { ids: string[] }) => {
      checked.push(ids);
      return Promise.resolve(ids.map((id) => ({ id, outcome: { icon: 'pass' as const, text: 'Ready' } })));
    },
  } as unknown as Handlers<WizardChannel>;
  host = serveChannel({
    channel: wizardChannel,
    port: hostEnd,
    handlers,
    toProblem: (error) =>
      error instanceof ProblemError
        ? error.problem
        : { code: 'bug', message: String(error), retryable: false },
    onHello: () => {
      host.emit('planChanged', { ...testPlanView(), opened: 'compute' });
    },
  });
  const connection = connect(wizardChannel, page);
  store = createPageStore({
    connection,
    memory: {
      read: () => kept,
      write: (state) => {
        kept = state;
      },
    },
    changed: () => undefined,
  });
  connection.hello();
});

test('starts with the stored state of the page, and uses the host’s plan', async () => {
  await settleMessages();
  expect(store.state).toMatchObject({ plan: { language: 'en' }, open: 'compute', view: { filter: 'weu' } });
});

test('stores only filters, scroll positions, and layout', async () => {
  await settleMessages();
  store.changeView({ scrolled: 40 });
  expect(Object.keys(kept as object).sort()).toEqual([
    'filter',
    'flowsAs',
    'group',
    'readiness',
    'readinessWidth',
    'scrolled',
  ]);
});

test('the host stores the section that the user opened, but not one that opened by itself', async () => {
  await settleMessages();
  expect(opened).toEqual([]);
  store.dispatch({ is: 'toggle', section: 'size' });
  store.dispatch({ is: 'toggle', section: 'size' });
  await store.continueFrom('compute');
  await settleMessages();
  expect(opened).toEqual(['size', 'none', 'network']);
});

test('Continue returns whether the next section opened', async () => {
  await settleMessages();
  expect(await store.continueFrom('compute')).toBe(true);
  host.emit('planChanged', testPlanView({ network: { missing: 'Choose a subnet to continue' } }));
  await settleMessages();
  expect(await store.continueFrom('network')).toBe(false);
  expect(store.state.incompleteSection).toBe('network');
});

test('Continue waits for the host’s pending change of the plan', async () => {
  await settleMessages();
  host.emit('planChanged', testPlanView({ compute: { missing: 'Choose to continue' } }));
  await settleMessages();
  // As in the host: the change that a choice causes is signaled before a later call gets its response.
  onCatchUp = () => host.emit('planChanged', testPlanView());
  expect(await store.continueFrom('compute')).toBe(true);
  expect(store.state).toMatchObject({ open: 'network', incompleteSection: null });
});

test('Continue is canceled if the user closed its section meanwhile', async () => {
  await settleMessages();
  host.emit('planChanged', testPlanView({ compute: { missing: 'Choose to continue' } }));
  await settleMessages();
  const went = store.continueFrom('compute');
  store.dispatch({ is: 'toggle', section: 'workspace' });
  expect(await went).toBe(false);
  expect(store.state).toMatchObject({ open: 'workspace', incompleteSection: null });
});

describe('results of rows', () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 90));

  test('are requested and kept', async () => {
    store.see('networks', ['a', 'b']);
    await wait();
    expect(checked).toEqual([['a', 'b']]);
    expect(store.state.outcomes.get('b')).toEqual({ icon: 'pass', text: 'Ready' });
  });
  test('are requested again after a new list, for that list only', async () => {
    store.see('networks', ['a']);
    store.see('subnets', ['s']);
    await wait();
    host.emit('networksChanged', empty);
    await settleMessages();
    store.see('networks', ['a']);
    store.see('subnets', ['s']);
    await wait();
    expect(checked).toEqual([['a'], ['s'], ['a']]);
  });
});

test('a refused link is shown', async () => {
  store.act('fail');
  await settleMessages();
  expect(acted).toEqual(['fail']);
  expect(store.state.problem?.message).toBe('You may not.');
});
