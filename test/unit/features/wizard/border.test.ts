import { beforeAll, describe, expect, test } from 'vitest';
import type { Envelope } from '../../../../src/contract/channel';
import { wizardChannel } from '../../../../src/contract/wizard/channel';
import type { VirtualNetwork } from '../../../../src/core/network/model';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  pickSubnet,
  pickWorkspace,
  denyAllSubnet,
  healthy,
  openWizardAt,
  openWizard,
  readinessRowOf,
  withReads,
  type OpenWizard,
  openWizardInOneGroup,
} from './open-wizard';

let w: OpenWizard;
beforeAll(async () => {
  w = await openWizardInOneGroup(denyAllSubnet);
});

const lastTo = (id: number): Envelope | undefined =>
  w.received.find((one) => (one.is === 'problem' || one.is === 'value') && one.id === id);

let nextId = 10_000;
/** Posts a call of any shape and returns its response. */
async function sent(name: unknown, params: unknown): Promise<Envelope | undefined> {
  const id = nextId++;
  w.post({ is: 'call', id, name, params });
  await w.until('an answer', () => lastTo(id) !== undefined);
  return lastTo(id);
}

describe('links of Readiness', () => {
  test.each([
    'check:no-such-check',
    'check:../../README',
    'check:__proto__',
    'source:https://evil.example/steal',
    'source:javascript:alert(1)',
    'source:command:workbench.action.terminal.new',
    'portal:/subscriptions/x/resourceGroups/y/providers/Microsoft.Compute/virtualMachines/z',
    'portal:https://evil.example',
    'portal:',
    'command:workbench.action.terminal.new',
    'https://evil.example',
    'file:///etc/passwd',
    ':',
    'x',
  ])('%s wasn’t offered and opens nothing', async (link) => {
    const before = [...w.opened];
    await expect(w.call.openLink({ link })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    expect(w.opened).toEqual(before);
  });

  test.each(['signOut', 'constructor', '__proto__', 'toString', ' signIn', 'readEverything'])(
    'an action that wasn’t offered is refused: %j',
    async (id) => {
      await expect(w.call.act({ id })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
      expect(w.accounts).toEqual([]);
    },
  );
});

describe('messages of a broken page', () => {
  const long = 'x'.repeat(100_000);
  test.each([
    ['an unknown call', 'deleteEverything', {}],
    ['a name of Object', 'constructor', {}],
    ['a name of Object', '__proto__', {}],
    ['a name of Object', 'hasOwnProperty', {}],
    ['an empty name', '', {}],
    ['null', 'chooseSubnet', null],
    ['a number for an ID', 'chooseSubnet', { id: 42 }],
    ['an empty ID', 'chooseNetwork', { id: '' }],
    ['an ID that is too long', 'chooseNetwork', { id: long }],
    ['a list for an ID', 'chooseWorkspace', { id: ['a'] }],
    ['an unknown kind', 'chooseKind', { kind: 'spark' }],
    ['text for a Boolean', 'choosePublicIp', { publicIp: 'yes' }],
    ['text for a number', 'changeSize', { minNodes: '3' }],
    ['a name that is too long', 'changeSize', { name: long }],
    ['an unknown profile', 'chooseProfile', { profile: '2022-preview' }],
    ['IDs that aren’t a list', 'checkRows', { ids: 'all' }],
    ['more rows than a page shows', 'checkRows', { ids: Array(10_000).fill('a') }],
    ['more fixes than exist', 'previewFix', { ids: Array(10_000).fill('outbound-aml-443') }],
    ['an unknown format', 'write', { format: '../../etc' }],
    ['an unknown format', 'copyPlan', { format: 'html' }],
    ['a number for a Boolean', 'create', { anyway: 1 }],
    ['no preview', 'applyFix', {}],
    ['an unknown service', 'chooseRegions', { service: 'mailbox', regions: ['westeurope'] }],
    ['markup for a region', 'chooseRegions', { service: 'storage', regions: ['<img src=x>'] }],
    [
      'more regions than exist',
      'chooseRegions',
      { service: 'storage', regions: Array(21).fill('westeurope') },
    ],
  ])('%s: %s is answered as a bad request', async (_, name, params) => {
    const answer = await sent(name, params);
    const message = 'Azure didn’t understand this request. Choose again, or report this problem.';
    expect(answer).toMatchObject({
      is: 'problem',
      problem: { code: 'badRequest', message, retryable: false },
    });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'hello'],
    ['a list', [1, 2, 3]],
    ['no kind', { id: 1 }],
    ['an unknown kind', { is: 'eval', code: '1' }],
    ['a call without parameters', { is: 'call', id: 9999, name: 'refresh' }],
    ['a call without an ID', { is: 'call', name: 'refresh', params: {} }],
    ['a call whose ID is text', { is: 'call', id: 'a', name: 'refresh', params: {} }],
    ['a stop of an unknown call', { is: 'stop', id: 123_456 }],
    ['a value without a call', { is: 'value', id: 1, value: {} }],
    ['a signal from the page', { is: 'signal', name: 'readinessChanged', payload: {} }],
    ['a shown state from the page', { is: 'shown', shown: { results: 'other', plan: 'other' } }],
  ])('%s is ignored', async (_, raw) => {
    const before = w.received.length;
    w.post(raw);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(w.received.slice(before).filter((one) => one.is !== 'signal')).toEqual([]);
    await expect(w.call.checkRows({ ids: ['a'] })).resolves.toEqual([]);
  });

  test('a page of another version gets a request to reload, and nothing else', async () => {
    const other = openWizard();
    await other.until('networks', (p) => p.networks?.state.is === 'ready');
    const before = other.received.length;
    other.post({ is: 'hello', version: wizardChannel.version + 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(other.received.slice(before).map((one) => (one.is === 'signal' ? one.name : one.is))).toEqual([
      'outdated',
    ]);
  });

  test('all calls are answered, even before anything is read', async () => {
    const names = Object.keys(wizardChannel.calls);
    const early = openWizard({ connect: () => new Promise(() => undefined) });
    // As a page would: otherwise the host refuses what acts on the shown state, and no handler sees it.
    await early.until('the first state', () => early.received.some(({ is }) => is === 'shown'));
    const shown = early.received.findLast((one) => one.is === 'shown')?.shown;
    names.forEach((name, index) =>
      early.post({
        is: 'call',
        id: 500 + index,
        name,
        shown,
        params: {
          id: 'a',
          ids: ['a'],
          kind: 'instance',
          publicIp: true,
          profile: 'current',
          link: 'check:outbound-aml-443',
          preview: 'a',
          format: 'bicep',
          anyway: true,
        },
      }),
    );
    await early.until('answers', () =>
      names.every((_, index) =>
        early.received.some((one) => (one.is === 'value' || one.is === 'problem') && one.id === 500 + index),
      ),
    );
    const codes = early.received.flatMap((one) => (one.is === 'problem' ? [one.problem.code] : []));
    expect(codes).not.toContain('bug');
    expect([early.written, early.confirmed]).toEqual([[], []]);
  });
});

describe('names from Azure', () => {
  const markup = '<img src=x onerror=alert(1)>[a](command:x)`$(b)`';

  test('stay unchanged text everywhere', async () => {
    const odd = await openWizardAt(healthy, {
      connect: withReads((read) => {
        const renamed = (one: VirtualNetwork): VirtualNetwork =>
          one.name === 'vnet-ml-dev-weu' ? { ...one, name: markup } : one;
        return {
          networks: async (id, stop) => {
            const model = await read.networks(id, stop);
            return { ...model, virtualNetworks: model.virtualNetworks.map(renamed) };
          },
        };
      }),
    });
    const row = odd.page.networks?.rows.find((one) => one.name === markup);
    expect(row?.name).toBe(markup);
    await odd.call.chooseNetwork({ id: row?.id ?? '' });
    await odd.until('subnets', (p) => p.subnets?.networkName === markup);
  });

  test('a compute name with markup is refused by the name rule and shown as entered', async () => {
    await w.call.changeSize({ name: markup });
    await w.until('name', (p) => p.plan?.size.name === markup);
    expect(w.page.plan?.size.nameState.is).toBe('error');
    await expect(w.call.write({ format: 'bicep' })).rejects.toMatchObject({
      problem: { code: 'badRequest' },
    });
    await expect(w.call.create({ anyway: true })).rejects.toMatchObject({ problem: { code: 'badRequest' } });
    await w.call.changeSize({ name: 'cpu-fraud' });
    await w.until('name', (p) => p.plan?.size.name === 'cpu-fraud');
  });
});

describe('the log and the page', () => {
  test('don’t contain a token, an Azure ID, or a stack trace after everything failed once', async () => {
    const bad = await openWizardInOneGroup(denyAllSubnet, {
      before: (sample) =>
        sample.access.deny({ scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), verbs: ['write'] }),
    });
    await bad.call.create({ anyway: true });
    await bad.until('the end', (p) => p.creation?.state === 'failed');
    bad.sample.faults.next({ status: 500, message: 'Bearer sandbox', times: 50 });
    await bad.call.refresh({});
    bad.sample.faults.clear();
    for (const attempt of [
      bad.call.chooseSubnet({ id: '/subscriptions/abc/resourceGroups/secret/x' }),
      bad.call.openLink({ link: 'portal:/subscriptions/abc/resourceGroups/secret' }),
      bad.call.previewFix({ ids: ['nothing'] }),
      bad.call.applyFix({ preview: 'nothing' }),
      bad.call.changeSize({ vmSize: 'nothing' }),
    ]) {
      await expect(attempt).rejects.toBeInstanceOf(Error);
    }
    const log = bad.logged.join('\n');
    expect(log).not.toMatch(/bearer|sandbox/i);
    expect(log).not.toMatch(/\/subscriptions\/|resourceGroups|5f0c7a1e/);
    const problems = bad.received.filter((one) => one.is === 'problem');
    expect(problems.length).toBeGreaterThan(3);
    expect(JSON.stringify(problems)).not.toMatch(/\/subscriptions\/|\bat \w+.*\.ts|bearer/i);
  });

  test('an internal error is one sentence on the page, and its kind is in the log', async () => {
    const broken = openWizard({
      connect: withReads(() => ({
        networks: () => Promise.reject(new TypeError('reading secret of /subscriptions/5f0c7a1e')),
      })),
    });
    await broken.until('problem', (p) => p.networks?.state.is === 'problem');
    expect(broken.page.networks?.state).toMatchObject({
      text: 'An error occurred in this extension. See the log for details (Output, Secured AML Compute).',
    });
    expect(broken.logged.join('\n')).toContain('TypeError');
    expect(broken.logged.join('\n')).not.toContain('/subscriptions/');
  });

  test('the page decodes all signals, and its state equals what was sent', async () => {
    const all = await openWizardInOneGroup(healthy);
    const last = new Map<string, unknown>();
    for (const one of all.received) if (one.is === 'signal') last.set(one.name, one.payload);
    expect(all.page.readiness).toEqual(last.get('readinessChanged'));
    expect(all.page.plan).toEqual(last.get('planChanged'));
    expect(all.page.networks).toEqual(last.get('networksChanged'));
    expect(all.page.subnets).toEqual(last.get('subnetsChanged'));
    expect(all.page.review).toEqual(last.get('reviewChanged'));
  });

  test('unchanged views aren’t signaled again', async () => {
    const quiet = await openWizardInOneGroup(healthy);
    const before = quiet.received.length;
    await quiet.call.changeSize({ idleMinutes: 5 });
    const names = quiet.received.slice(before).flatMap((one) => (one.is === 'signal' ? [one.name] : []));
    expect(names).not.toContain('previewChanged');
    expect(names).not.toContain('creationChanged');
    expect(new Set(names).size).toBe(names.length);
  });
});

test('in a long list, only visible rows are checked', async () => {
  const many = openWizard({ sample: { spokes: 120 } });
  await pickWorkspace(many, 'mlw-risk-dev');
  const rows = () => many.page.networks?.rows ?? [];
  expect(rows().filter(({ name }) => name.startsWith('vnet-spoke-0'))).toHaveLength(120);
  expect(rows().filter((one) => one.outcome !== null)).toEqual([]);
  const names = rows().map((one) => one.name);
  const fit = rows().filter((one) => one.unfit === null);
  expect(fit.map((one) => one.name)).toEqual(fit.map((one) => one.name).sort((a, b) => a.localeCompare(b)));
  const inView = rows().slice(40, 52);
  const answers = await many.call.checkRows({ ids: inView.map((one) => one.id) });
  expect(answers.map((one) => one.id)).toEqual(inView.map((one) => one.id));
  await many.until('results', () => rows().some((one) => one.outcome !== null));
  // Each row stays in its place, and no other was checked.
  expect(rows().map((one) => one.name)).toEqual(names);
  expect(rows().flatMap((one, at) => (one.outcome === null ? [] : [at]))).toEqual(
    inView.map((_, at) => 40 + at),
  );
  const spoke = rows().find((one) => one.name === 'vnet-spoke-0005');
  await many.call.chooseNetwork({ id: spoke?.id ?? '' });
  await many.until('subnets', (p) => p.subnets?.networkName === 'vnet-spoke-0005');
  expect(many.page.subnets?.rows.every((one) => one.outcome !== null)).toBe(true);
  await pickSubnet(many, 'vnet-spoke-0005', 'snet-compute');
  expect(readinessRowOf(many.page.readiness, 'outbound-aml-443').word).toBe('Blocked');
}, 30_000);
