import { describe, expect, test } from 'vitest';
import { sectionIds } from '@contract/wizard/plan';
import {
  initialState,
  isOpenSection,
  nextSection,
  reduce,
  type PageEvent,
  type PageState,
} from '../../../../webview-ui/src/wizard/state';
import { testPlanView } from './plan-view';

const after = (state: PageState, ...events: readonly PageEvent[]): PageState => events.reduce(reduce, state);
const locked = { locked: 'Choose a workspace first' };
const done = { complete: true };

describe('the open section', () => {
  test('is initially the first incomplete one', () => {
    const plan = testPlanView({ workspace: done, compute: done });
    expect(after(initialState(), { is: 'plan', plan }).open).toBe('network');
  });
  test('isn’t a managed virtual network by default', () => {
    const plan = testPlanView({ workspace: done, compute: done, network: done });
    expect(after(initialState(), { is: 'plan', plan }).open).toBe('size');
  });
  test('is the last one that can open, if all are complete', () => {
    const plan = testPlanView({ workspace: done, compute: done, network: done, size: done, review: done });
    expect(after(initialState(), { is: 'plan', plan }).open).toBe('review');
  });
  test('is the one that was open before a reload', () => {
    const plan = { ...testPlanView({ workspace: {} }), opened: 'compute' as const };
    expect(after(initialState(), { is: 'plan', plan }).open).toBe('compute');
  });
  test('is none if the user closed it', () => {
    const plan = { ...testPlanView(), opened: 'none' as const };
    expect(after(initialState(), { is: 'plan', plan }).open).toBe('none');
  });
  test('isn’t one that can no longer open', () => {
    const plan = testPlanView({ size: locked, network: locked, compute: locked, review: locked });
    expect(after(initialState(), { is: 'plan', plan: { ...plan, opened: 'size' } }).open).toBe('workspace');
  });
  test('is restored as soon as it can open: a reloaded page reads everything again', () => {
    const plan = testPlanView({ size: locked, network: locked, compute: locked, review: locked });
    const state = after(initialState(), { is: 'plan', plan: { ...plan, opened: 'review' } });
    expect(after(state, { is: 'plan', plan: testPlanView() }).open).toBe('review');
  });
  test('isn’t restored if the user opened another one meanwhile', () => {
    const plan = testPlanView({ review: locked });
    const state = after(
      initialState(),
      { is: 'plan', plan: { ...plan, opened: 'review' } },
      { is: 'toggle', section: 'compute' },
      { is: 'plan', plan: testPlanView() },
    );
    expect(state.open).toBe('compute');
  });
  test('stays as the user left it while the plan changes', () => {
    const state = after(
      initialState(),
      { is: 'plan', plan: testPlanView() },
      { is: 'toggle', section: 'workspace' },
    );
    expect(state.open).toBe('none');
    expect(after(state, { is: 'plan', plan: testPlanView({ workspace: done }) }).open).toBe('none');
  });
});

describe('a preselection', () => {
  const plan = testPlanView({ workspace: done, compute: done, network: done, size: done });
  const first = after(initialState(), { is: 'plan', plan: { ...plan, preselected: true } });
  const openIn = (state: PageState) => sectionIds.filter((id) => isOpenSection(state, id));

  test('is shown with both of its lists', () => {
    expect(openIn(first)).toEqual(['workspace', 'network']);
  });
  test('is shown so if the page had shown the first list before', () => {
    const before = after(initialState(), { is: 'plan', plan: testPlanView() });
    expect(openIn(before)).toEqual(['workspace']);
    expect(openIn(after(before, { is: 'plan', plan: { ...plan, preselected: true } }))).toEqual([
      'workspace',
      'network',
    ]);
  });
  test('isn’t shown while its workspace is still read', () => {
    const reading = testPlanView({ network: locked });
    const before = after(initialState(), { is: 'plan', plan: { ...reading, preselected: true } });
    expect(openIn(before)).toEqual(['workspace']);
    expect(openIn(after(before, { is: 'plan', plan: { ...plan, preselected: true } }))).toEqual([
      'workspace',
      'network',
    ]);
    expect(openIn(after(first, { is: 'plan', plan: reading }))).toEqual(['workspace']);
  });
  test('stays so while another row is selected in them', () => {
    expect(openIn(after(first, { is: 'plan', plan }))).toEqual(['workspace', 'network']);
  });
  test('lets the user close one of both lists', () => {
    expect(openIn(after(first, { is: 'toggle', section: 'network' }))).toEqual(['workspace']);
    expect(openIn(after(first, { is: 'toggle', section: 'workspace' }))).toEqual(['network']);
  });
  test('ends with the next section that opens, which is open alone', () => {
    expect(openIn(after(first, { is: 'toggle', section: 'review' }))).toEqual(['review']);
    expect(openIn(after(first, { is: 'continue', section: 'workspace' }))).toEqual(['compute']);
  });
  test('opens nothing if the user opened or closed a section', () => {
    const closed = after(
      initialState(),
      { is: 'plan', plan: testPlanView() },
      { is: 'toggle', section: 'workspace' },
      { is: 'plan', plan: { ...plan, preselected: true } },
    );
    expect(openIn(closed)).toEqual([]);
  });
  test('yields to another surface that opens another section', () => {
    expect(openIn(after(first, { is: 'plan', plan: { ...plan, led: 1, opened: 'size' } }))).toEqual(['size']);
  });
});

describe('opening a section', () => {
  const state = after(initialState(), { is: 'plan', plan: testPlanView({ review: locked }) });

  test('closes the others', () => {
    expect(after(state, { is: 'toggle', section: 'size' }).open).toBe('size');
  });
  test('does nothing if it can’t open yet', () => {
    expect(after(state, { is: 'toggle', section: 'review' })).toBe(state);
  });
  test('does nothing before there is a plan', () => {
    expect(after(initialState(), { is: 'toggle', section: 'size' }).open).toBeNull();
  });
});

describe('Continue', () => {
  const missing = { missing: 'Choose a subnet to continue' };
  const open = (plan = testPlanView({ network: missing })) =>
    after(initialState(), { is: 'plan', plan: { ...plan, opened: 'network' } });

  test('goes to the next section', () => {
    expect(after(open(testPlanView()), { is: 'continue', section: 'network' }).open).toBe('size');
  });
  test('shows what is missing and stays', () => {
    const state = after(open(), { is: 'continue', section: 'network' });
    expect(state).toMatchObject({ incompleteSection: 'network', open: 'network' });
  });
  test('no longer shows what was missing once it’s complete', () => {
    const state = after(open(), { is: 'continue', section: 'network' }, { is: 'plan', plan: testPlanView() });
    expect(state.incompleteSection).toBeNull();
  });
  test('keeps showing what is missing while it is', () => {
    const plan = testPlanView({ network: { missing: 'Choose a virtual network to continue' } });
    const state = after(open(), { is: 'continue', section: 'network' }, { is: 'plan', plan });
    expect(state.incompleteSection).toBe('network');
  });
  test('doesn’t open a section that can’t open yet', () => {
    const plan = testPlanView({ size: locked });
    expect(after(open(plan), { is: 'continue', section: 'network' }).open).toBe('network');
  });
  test('ends with Review', () => {
    expect(nextSection('size', testPlanView())).toBe('review');
    expect(nextSection('review', testPlanView())).toBeNull();
  });
  test('skips a network that the workspace manages', () => {
    const plan = testPlanView();
    const managed = { why: '', heading: '', rules: [], setUp: '', isSetUp: true, setUpButton: null };
    const itself = { ...plan, network: { ...plan.network, managed } };
    expect(nextSection('compute', itself)).toBe('size');
    expect(nextSection('compute', plan)).toBe('network');
  });
});

describe('snapshots', () => {
  test('replace their part as a whole and change nothing else', () => {
    const networks = { state: { is: 'reading' as const }, resourceGroups: [], rows: [] };
    const before = initialState();
    const state = after(before, { is: 'snapshot', of: { networks } });
    expect(state).toEqual({ ...before, networks });
    expect(before.networks).toBeNull();
  });
  test('remove a preview if it’s null', () => {
    const state = after(
      initialState(),
      { is: 'snapshot', of: { outdated: true } },
      { is: 'snapshot', of: { preview: null } },
    );
    expect(state).toMatchObject({ preview: null, outdated: true });
  });
  test('keep results of rows until newer ones come', () => {
    const checked = (id: string, text: string): PageEvent => ({
      is: 'checked',
      rows: [{ id, outcome: { icon: 'pass', text } }],
    });
    const networks = { state: { is: 'ready' as const }, resourceGroups: [], rows: [] };
    const state = after(initialState(), checked('a', 'Ready'), checked('b', 'Ready'), {
      is: 'snapshot',
      of: { networks },
    });
    expect(state.outcomes.get('a')?.text).toBe('Ready');
    expect(after(state, checked('a', '1 error')).outcomes.get('a')?.text).toBe('1 error');
  });
});
