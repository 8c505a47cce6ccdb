import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { NetworkModel } from '../../../../src/core/network/model';
import { compareFlow, isSameEnd, type FlowChange } from '../../../../src/core/reach/compare';
import type { Flow } from '../../../../src/core/reach/flow';
import { reason } from '../../../../src/core/reason';
import { behind, firewall } from '../../../support/firewalls';
import {
  ids,
  testRouteTable,
  parseRoute,
  parseRule,
  someNetwork,
  type SomeNetwork,
} from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';

const https: Flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['0.0.0.0/0'] };
const to = (remote: string): Flow => ({ ...https, remotes: [remote] });
const ask = (model: NetworkModel) => ({
  model,
  subnetId: ids.subnet,
  tags: randomCatalog,
  publicIp: known(true),
  flow: https,
});

test('names the rule that allows, with the part and an example packet', () => {
  const denied = someNetwork({ rules: ['Deny Outbound 4096 * *>*:*'] });
  const opened = someNetwork({
    rules: ['Allow Outbound 200 Tcp *>AzureMachineLearning:443', 'Deny Outbound 4096 * *>*:*'],
  });
  const { opens, closes } = compareFlow(ask(denied), ask(opened));
  expect(closes).toEqual([]);
  expect(opens).toMatchObject([
    {
      by: { kind: 'rule', priority: 200 },
      certain: true,
      packet: { protocol: 'TCP', destination: '20.0.0.0', destinationPort: 443 },
      parts: [{ protocol: 'TCP', ports: '443', ranges: 3 }],
    },
  ]);
});

test('names the route that blocks', () => {
  const open = someNetwork({});
  const closed = someNetwork({ table: testRouteTable([parseRoute('20.0.0.0/24 -> None')]) });
  const { opens, closes } = compareFlow(ask(open), ask(closed));
  expect(opens).toEqual([]);
  expect(closes).toMatchObject([
    {
      by: { kind: 'route', destination: '20.0.0.0/24' },
      parts: [{ protocol: 'TCP', ports: '443', ranges: 1 }],
    },
  ]);
});

test('distinguishes host names of a firewall: an allowed name opens nothing for a blocked one', () => {
  const model = someNetwork(behind(firewall({ 'app 300 Allow': ['app Hosts *>a.test https:443'] })));
  const flow: Flow = {
    direction: 'Outbound',
    protocol: 'TCP',
    ports: ['443'],
    remotes: ['20.0.0.0/16'],
    names: ['a.test', 'b.test'],
  };
  const question = { model, subnetId: ids.subnet, tags: randomCatalog, publicIp: known(false), flow };
  expect(compareFlow(question, { ...question })).toEqual({ opens: [], closes: [], unknown: [] });
});

test('reports a flow that one host is allowed only for that host', () => {
  const state = (hosts: string) => ({
    model: someNetwork(behind(firewall({ 'app 300 Allow': [`app Hosts *>${hosts} https:443`] }))),
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(false),
    flow: { ...to('20.0.0.0/16'), names: ['*', 'a.test', 'b.test'] },
  });
  const { opens, closes, unknown: open } = compareFlow(state('a.test'), state('b.test'));
  expect(opens).toMatchObject([
    { host: 'b.test', by: { name: 'Hosts' }, parts: [{ ports: '443', names: ['b.test'] }] },
  ]);
  expect(closes).toMatchObject([{ host: 'a.test', by: { name: '' }, parts: [{ names: ['a.test'] }] }]);
  expect(open).toEqual([]);
});

describe('an unknown result', () => {
  const appliance: SomeNetwork = { routes: ['20.0.0.0/16 -> 10.1.9.4'] };
  const unknownOf = (before: SomeNetwork, after: SomeNetwork) => {
    const question = (overrides: SomeNetwork) => ({
      ...ask(someNetwork(overrides)),
      flow: to('20.0.0.0/16'),
    });
    const { opens, closes, unknown: all } = compareFlow(question(before), question(after));
    expect([...opens, ...closes]).toEqual([]);
    return all.map((one) => [
      one.before.is,
      one.after.is,
      isSameEnd(one.before, one.after),
      one.parts.map(({ ports, ranges }) => `${ports} to ${ranges}`).join(', '),
      `${one.packet.destination}:${one.packet.destinationPort}`,
    ]);
  };

  test('stays unknown', () => {
    const table = testRouteTable([parseRoute('20.0.0.0/16 -> 10.1.9.4')]);
    const other = { table: { ...table, id: `${table.id}-other` } };
    expect(unknownOf(appliance, other)).toEqual([
      ['forwarded', 'forwarded', true, '443 to 1', '20.0.0.0:443'],
    ]);
  });

  test('appears if the flow was allowed before', () => {
    expect(unknownOf({}, appliance)).toEqual([['passes', 'forwarded', false, '443 to 1', '20.0.0.0:443']]);
  });

  test('disappears if the flow is allowed now', () => {
    expect(unknownOf(appliance, {})).toEqual([['forwarded', 'passes', false, '443 to 1', '20.0.0.0:443']]);
  });

  test('depends on another appliance', () => {
    expect(unknownOf(appliance, { routes: ['20.0.0.0/16 -> 10.1.9.5'] })).toEqual([
      ['forwarded', 'forwarded', false, '443 to 1', '20.0.0.0:443'],
    ]);
  });

  test('doesn’t appear if everything is known', () => {
    expect(unknownOf({}, {})).toEqual([]);
  });
});

/** `opens 443 to 3 by 200`, with `perhaps` if a result is unknown. */
function changesOf(before: SomeNetwork, after: SomeNetwork, flow: Flow = https): string[] {
  const question = (overrides: SomeNetwork) => ({ ...ask(someNetwork(overrides)), flow });
  const { opens, closes } = compareFlow(question(before), question(after));
  const words = (what: string) => (one: FlowChange) => {
    const by =
      one.by?.kind === 'rule'
        ? String(one.by.priority)
        : one.by?.kind === 'route'
          ? one.by.destination
          : one.by?.kind;
    const parts = one.parts.map(({ ports, ranges }) => `${ports} to ${ranges}`).join(', ');
    return `${what} ${parts} by ${by ?? 'no rule'}${one.certain ? '' : ' perhaps'}`;
  };
  return [...opens.map(words('opens')), ...closes.map(words('closes'))];
}

const denyAll = 'Deny Outbound 4096 * *>*:*';

test.each<[string, SomeNetwork, SomeNetwork, string[]]>([
  ['nothing, if nothing changed', { rules: [denyAll] }, { rules: [denyAll] }, []],
  [
    'each rule that blocks a part',
    {},
    { rules: ['Deny Outbound 100 Tcp *>20.0.0.0/24:*', 'Deny Outbound 110 Tcp *>20.0.1.0/24:443'] },
    ['closes 443 to 1 by 100', 'closes 443 to 1 by 110'],
  ],
  ['a dissociated NSG', { rules: [denyAll] }, {}, ['opens 443 to 1 by no rule']],
  ['a default rule', { rules: [denyAll] }, { rules: [] }, ['opens 443 to 1 by 65001']],
  [
    'a route, if it decides',
    { routes: ['20.0.0.0/16 -> None'] },
    { routes: ['20.0.0.0/16 -> Internet'] },
    ['opens 443 to 1 by 20.0.0.0/16'],
  ],
  [
    'a route rather than a default rule',
    { rules: [], routes: ['20.0.0.0/16 -> None'] },
    { rules: [], routes: ['20.0.0.0/16 -> Internet'] },
    ['opens 443 to 1 by 20.0.0.0/16'],
  ],
  [
    'a custom rule rather than a route',
    { rules: [denyAll], routes: ['20.0.0.0/16 -> Internet'] },
    { rules: ['Allow Outbound 100 Tcp *>20.0.0.0/16:443', denyAll], routes: ['20.0.0.0/16 -> Internet'] },
    ['opens 443 to 1 by 100'],
  ],
  [
    'an appliance as uncertain',
    { routes: ['20.0.0.0/16 -> None'] },
    { routes: ['20.0.0.0/16 -> 10.1.9.4'] },
    ['opens 443 to 1 by 20.0.0.0/16 perhaps'],
  ],
  [
    'the previous unknown as uncertain',
    { routes: ['20.0.0.0/16 -> 10.1.9.4'] },
    { routes: ['20.0.0.0/16 -> None'] },
    ['closes 443 to 1 by 20.0.0.0/16 perhaps'],
  ],
  [
    'an unread rule as uncertain',
    { rules: [denyAll] },
    { rules: [parseRule('Deny Outbound 100 Tcp *>*:443', { access: unknown(reason('unknown.bgp')) })] },
    ['opens 443 to 1 by 100 perhaps'],
  ],
])('names %s', (_, before, after, expected) => {
  expect(changesOf(before, after, to('20.0.0.0/16'))).toEqual(expected);
});

test('a firewall with rules by host name blocks flows that were allowed for any name', () => {
  const flow: Flow = { ...to('20.0.0.0/16'), names: ['a.test', 'b.test'] };
  const one = behind(firewall({ 'app 300 Allow': ['app Hosts *>a.test https:443'] }));
  const open = { ...one, routes: ['0.0.0.0/0 -> Internet'] };
  expect(changesOf(open, one, flow)).toEqual(['closes 443 to 1 by firewall-rule']);
  expect(changesOf(one, open, flow)).toEqual(['opens 443 to 1 by 0.0.0.0/0']);
});

describe('hosts of a firewall with rules by host name', () => {
  const flow: Flow = { ...to('20.0.0.0/16'), names: ['a.test', 'b.test'] };
  const allows = (...hosts: string[]): SomeNetwork =>
    behind(
      firewall(hosts.length === 0 ? {} : { 'app 300 Allow': [`app Hosts *>${hosts.join()} https:443`] }),
    );
  const open: SomeNetwork = { ...allows(), routes: ['0.0.0.0/0 -> Internet'] };
  const compared = (before: SomeNetwork, after: SomeNetwork) =>
    compareFlow({ ...ask(someNetwork(before)), flow }, { ...ask(someNetwork(after)), flow });
  const reported = (all: readonly FlowChange[]) =>
    all.map(({ host, parts }) => [host, parts.map(({ names }) => names)]);

  test('name the host that opens, whichever state has the firewall', () => {
    expect(reported(compared(allows('a.test'), open).opens)).toEqual([['b.test', [['b.test']]]]);
    expect(reported(compared(open, allows('a.test')).closes)).toEqual([['b.test', [['b.test']]]]);
    expect(reported(compared(allows('a.test'), allows('a.test', 'b.test')).opens)).toEqual([
      ['b.test', [['b.test']]],
    ]);
  });

  test('aren’t named if the change is the same for all of them', () => {
    expect(reported(compared(allows(), open).opens)).toEqual([[null, [undefined]]]);
    expect(reported(compared(open, allows()).closes)).toEqual([[null, [undefined]]]);
    expect(reported(compared(allows(), allows('a.test', 'b.test')).opens)).toEqual([[null, [undefined]]]);
  });

  test('name one host in addition to a change for all of them', () => {
    const dropped = { ...allows('a.test'), routes: [...(allows().routes ?? []), '20.0.255.0/24 -> None'] };
    const [opens, ...others] = compared(dropped, open).opens;
    expect(others).toEqual([]);
    expect([opens?.host, opens?.parts.map(({ names }) => names)]).toEqual([
      'b.test',
      [['b.test'], undefined],
    ]);
  });
});

describe('an unknown in one of two states', () => {
  const unread = parseRule('Deny Outbound 100 Tcp *>20.0.0.0/16:443', {
    access: unknown(reason('unknown.bgp')),
  });
  const ends = (before: SomeNetwork, after: SomeNetwork) =>
    compareFlow(
      { ...ask(someNetwork(before)), flow: to('20.0.0.0/16') },
      { ...ask(someNetwork(after)), flow: to('20.0.0.0/16') },
    ).unknown.map((one) => [one.before.is, one.after.is, isSameEnd(one.before, one.after)]);
  const towards = (address: string): SomeNetwork => ({ routes: [`20.0.0.0/16 -> ${address}`] });

  test.each<[string, SomeNetwork, SomeNetwork, ReturnType<typeof ends>]>([
    ['nothing, if both are known', {}, { rules: [] }, []],
    ['a rule that isn’t read now', {}, { rules: [unread] }, [['passes', 'unknown', false]]],
    ['a rule that wasn’t read before', { rules: [unread] }, {}, [['unknown', 'passes', false]]],
    [
      'a rule that was read in neither state',
      { rules: [unread] },
      { rules: [unread] },
      [['unknown', 'unknown', true]],
    ],
    ['an appliance', {}, towards('10.1.9.4'), [['passes', 'forwarded', false]]],
    ['the same appliance', towards('10.1.9.4'), towards('10.1.9.4'), [['forwarded', 'forwarded', true]]],
    ['another appliance', towards('10.1.9.4'), towards('10.1.9.5'), [['forwarded', 'forwarded', false]]],
    ['an appliance or a rule', { rules: [unread] }, towards('10.1.9.4'), [['unknown', 'forwarded', false]]],
  ])('%s', (_, before, after, expected) => expect(ends(before, after)).toEqual(expected));
});
