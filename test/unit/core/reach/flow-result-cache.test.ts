import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { NetworkModel, SecurityGroup, SecurityRule } from '../../../../src/core/network/model';
import { changedRules, questionOf } from '../../../../src/core/reach/flow-result-cache';
import type { Flow } from '../../../../src/core/reach/flow';
import { reach } from '../../../../src/core/reach/reach';
import { reason } from '../../../../src/core/reason';
import { randomCatalog } from '../../../support/random-network';
import { ids, parseRule, testSecurityGroup, someNetwork } from '../../../support/networks';
import { parseFlow } from '../../../support/reach-text';

const web = parseRule('Allow Outbound 100 Tcp *>*:443');
const deny = parseRule('Deny Outbound 200 * *>*:*');

describe('changes between two states of an NSG', () => {
  const group = testSecurityGroup([web, deny]);
  const rules = group.rules.known ? group.rules.value : [];
  const changed = (after: Partial<SecurityGroup> | null, before: SecurityGroup | null = group) =>
    changedRules(known(before), known(after && { ...group, ...after }));
  const second = (more: Partial<SecurityRule>) => {
    const [first, old] = rules;
    if (!first || !old) throw new Error('no rules');
    return { rules: known([first, { ...old, ...more }]) };
  };

  test('are empty if the NSG is the same, or if there is none', () => {
    const none = { before: [], after: [] };
    expect(changedRules(known(group), known(group))).toEqual(none);
    expect(changedRules(known(null), known(null))).toEqual(none);
    expect(changed({ rules: known(rules) })).toEqual(none);
  });

  test('list a rule in both forms if its position is the same', () => {
    const after = second({ access: known('Allow') });
    expect(changed(after)).toEqual({
      before: [rules[1]],
      after: [after.rules.known ? after.rules.value[1] : undefined],
    });
  });

  test.each<[string, Partial<SecurityRule>]>([
    ['priority', { priority: known(300) }],
    ['direction', { direction: known('Inbound') }],
    ['position in the list', { index: 7 }],
  ])('list a rule in both forms if its %s changed', (_, more) => {
    const after = second(more);
    expect(changed(after)).toEqual({
      before: [rules[1]],
      after: [after.rules.known ? after.rules.value[1] : undefined],
    });
  });

  test('list a removed rule and an added one', () => {
    const other = parseRule('Allow Outbound 300 Tcp *>*:80');
    expect(changed({ rules: known(rules.slice(0, 1)) })).toEqual({ before: [rules[1]], after: [] });
    expect(changed({ rules: known([...rules, other]) })).toEqual({ before: [], after: [other] });
    expect(changed({ rules: known([other, ...rules]) })).toEqual({ before: [], after: [other] });
  });

  test('can’t be listed by rule if the remaining rules are in another order', () => {
    expect(changed({ rules: known(rules.toReversed()) })).toBeUndefined();
    const other = parseRule('Allow Outbound 300 Tcp *>*:80');
    const before = { ...group, rules: known([...rules, other]) };
    const swapped = known([rules[0], other, rules[1]].filter((one) => one !== undefined));
    expect(changed({ rules: swapped }, before)).toBeUndefined();
  });

  test.each<[string, Partial<SecurityRule>]>([
    ['priority', { priority: unknown(reason('x')) }],
    ['direction', { direction: unknown(reason('x')) }],
  ])('can’t be listed by rule if the %s of one is unknown', (_, more) => {
    expect(changed(second(more))).toBeUndefined();
    expect(changed({}, { ...group, ...second(more) })).toBeUndefined();
  });

  test('can’t be listed by rule if one has the priority of a default rule, which replaces the others', () => {
    const before = { ...group, ...second({ priority: known(65000) }) };
    const after = { ...before, ...second({ priority: known(65000), access: known('Allow') }) };
    expect(changedRules(known(before), known(after))).toBeUndefined();
    const last = { ...group, ...second({ priority: known(64999) }) };
    const then = { ...last, ...second({ priority: known(64999), access: known('Allow') }) };
    expect(changedRules(known(last), known(then))).toMatchObject({ before: [{ priority: known(64999) }] });
  });

  test('can’t be listed by rule if the NSG is another one or can’t be read', () => {
    expect(changed({ id: '/other' })).toBeUndefined();
    expect(changed({ name: 'other' })).toBeUndefined();
    expect(changed({ rules: unknown(reason('x')) })).toBeUndefined();
    expect(changed({}, { ...group, rules: unknown(reason('x')) })).toBeUndefined();
    expect(changed(null)).toBeUndefined();
    expect(changed({}, null)).toBeUndefined();
    expect(changedRules(unknown(reason('x')), known(group))).toBeUndefined();
    expect(changedRules(known(group), unknown(reason('x')))).toBeUndefined();
    expect(changedRules(unknown(reason('x')), known(null))).toBeUndefined();
  });
});

test('more than fifty rules in both forms can’t be listed by rule', () => {
  const before = Array.from({ length: 60 }, (_, at) => parseRule(`Allow Outbound ${100 + at} Tcp *>*:443`));
  const turned = (count: number) =>
    before.map((one, at) => (at < count ? { ...one, access: known('Deny' as const) } : one));
  const changed = (count: number) =>
    changedRules(
      known({ ...testSecurityGroup([]), rules: known(before) }),
      known({ ...testSecurityGroup([]), rules: known(turned(count)) }),
    );
  expect(changed(25)?.after).toHaveLength(25);
  expect(changed(26)).toBeUndefined();
});

test('each flow and public IP mode has its own cache entry', () => {
  const asked: Flow = {
    ...parseFlow('out TCP 443 Storage'),
    locals: ['10.0.0.4'],
    names: ['a.ms'],
    except: ['Sql'],
  };
  const flows: Flow[] = [
    asked,
    { ...asked, direction: 'Inbound' },
    { ...asked, protocol: 'UDP' },
    { ...asked, ports: ['443', '80'] },
    { ...asked, ports: ['44', '3'] },
    { ...asked, remotes: ['Sql'] },
    { ...asked, locals: ['10.0.0.5'] },
    { ...asked, names: ['b.ms'] },
    { ...asked, except: ['Storage'] },
    { ...asked, isBetweenNodes: true },
    { ...parseFlow('out TCP 443 Storage'), locals: ['x'] },
    { ...parseFlow('out TCP 443 Storage'), names: ['x'] },
    { ...parseFlow('out TCP 443 Storage'), except: ['x'] },
    parseFlow('out TCP 443 Storage'),
  ];
  const modes = [
    { nodes: 'true', key: 'open' },
    { nodes: 'false', key: 'closed' },
  ];
  const questions = flows.flatMap((one) => modes.map((mode) => questionOf(one, mode)));
  expect(new Set(questions).size).toBe(flows.length * 2);
  const whole = parseFlow('out TCP 443 Storage');
  const [mode] = modes;
  if (!mode) throw new Error('No mode');
  expect(questionOf(whole, mode)).toBe(
    questionOf({ ...whole, locals: [], names: [], except: [], isBetweenNodes: false }, mode),
  );
  // Packets through a NAT gateway are the same in both modes, but calls from the internet need the public IP.
  const without = { ...mode, nodes: 'false' };
  expect(questionOf(asked, without)).toBe(questionOf(asked, mode));
  const inbound: Flow = { ...asked, direction: 'Inbound' };
  expect(questionOf(inbound, without)).not.toBe(questionOf(inbound, mode));
});

describe('a result stays if no changed rule affects the flow', () => {
  const state = (text: string, inbound = 'Deny Inbound 300 Tcp *>*:22') =>
    someNetwork({ rules: ['Allow Outbound 100 Tcp *>*:443', text, inbound] });
  const first = state('Deny Outbound 200 Tcp *>*:80');
  const networks = { virtualNetworks: first.virtualNetworks, privateEndpoints: first.privateEndpoints };
  const next = (text: string, inbound?: string): NetworkModel => {
    const made = {
      ...state(text, inbound),
      ...networks,
      natGateways: first.natGateways,
      firewalls: first.firewalls,
    };
    const [was, is] = [first.securityGroups[0], made.securityGroups[0]];
    if (!was?.rules.known || !is?.rules.known) throw new Error('no rules');
    // Unchanged rules are the same objects.
    const old = was.rules.value;
    const rules = is.rules.value.map((one, index) => {
      const before = old[index];
      return before && JSON.stringify(before) === JSON.stringify(one) ? before : one;
    });
    return { ...made, securityGroups: [{ ...is, rules: known(rules) }] };
  };
  const answer = (model: NetworkModel, text: string) =>
    reach({ model, subnetId: ids.subnet, tags: someTags, publicIp: known(true), flow: parseFlow(text) });
  const someTags = randomCatalog;

  test('the same object for other ports and directions, a new one for the affected flows', () => {
    const before = {
      https: answer(first, 'out TCP 443 Internet'),
      http: answer(first, 'out TCP 80 Internet'),
      ssh: answer(first, 'in TCP 22 Internet'),
    };
    const second = next('Allow Outbound 200 Tcp *>*:80');
    expect(answer(second, 'out TCP 443 Internet')).toBe(before.https);
    expect(answer(second, 'in TCP 22 Internet')).toBe(before.ssh);
    expect(answer(second, 'out TCP 80 Internet').outcome.is).toBe('allowed');
    const third = next('Allow Outbound 200 Tcp *>*:80', 'Allow Inbound 300 Tcp *>*:22');
    expect(answer(third, 'in TCP 22 Internet').outcome.is).toBe('allowed');
    expect(answer(third, 'out TCP 443 Internet')).toBe(before.https);
  });

  test('a rule that no longer applies to the flow counts as a rule that now does', () => {
    expect(answer(first, 'out TCP 80 Internet').outcome.is).toBe('blocked');
    expect(answer(next('Deny Outbound 200 Tcp *>*:8080'), 'out TCP 80 Internet').outcome.is).toBe('allowed');
  });
});
