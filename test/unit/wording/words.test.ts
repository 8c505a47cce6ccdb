import { describe, expect, test } from 'vitest';
import type {
  DecidingRoute,
  DecidingRule,
  FlowSubject,
  CheckResult,
  Outcome,
} from '../../../src/core/check-result';
import { reason } from '../../../src/core/reason';
import { messagesIn } from '../../support/messages-in';
import { requirements } from '../../../src/requirements/requirements';
import { formatDate, formatDuration } from '../../../src/wording/dates';
import { formatHop, formatPacket, formatParts, formatSubject } from '../../../src/wording/subject-text';
import { requirementName, requirementShortName } from '../../../src/wording/requirement-text';
import { formatOutcome } from '../../../src/wording/outcome-text';
import { formatReason } from '../../../src/wording/reason-text';

const say = messagesIn('en');

test('a role in a reason has Azure’s name in the language', () => {
  const values = { name: 'nsg', scope: 'rg' };
  const line = (role: string): string =>
    formatReason(messagesIn('fr'), reason('unknown.permission', { ...values, role }));
  expect(line('Reader')).toContain('Lecteur sur rg');
  expect(line('Network Contributor')).toContain('Contributeur de réseaux sur rg');
  expect(line('Our own role')).toContain('Our own role sur rg');
  expect(formatReason(say, reason('unknown.permission', { ...values, role: 'Reader' }))).toContain(
    'Required role: Reader on rg',
  );
});

const rule: DecidingRule = {
  kind: 'rule',
  groupId: '/g',
  groupName: 'nsg',
  level: 'subnet',
  direction: 'Outbound',
  priority: 4096,
  name: 'Deny-All',
  isDefault: false,
};
const defaultRule: DecidingRule = {
  ...rule,
  priority: 65001,
  name: 'AllowInternetOutBound',
  isDefault: true,
};
const route: DecidingRoute = {
  kind: 'route',
  tableId: '/t',
  tableName: 'rt',
  name: 'r',
  destination: '0.0.0.0/0',
  nextHop: 'VirtualAppliance',
  nextHopAddress: '10.0.1.4',
};
const subject: FlowSubject = {
  direction: 'Outbound',
  protocol: 'UDP',
  ports: '5831',
  remote: 'AzureMachineLearning',
};

function checked(outcome: Outcome, more: Partial<CheckResult> = {}): CheckResult {
  return {
    requirement: 'outbound-aml-udp-5831',
    subnetId: null,
    kind: null,
    group: 'outbound',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'fails',
    outcome,
    subject,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: { key: '' },
    ...more,
  };
}

/** ux: icon by severity, word in bold, who decided, protocol and port. */
const words: readonly [string, CheckResult, string, string, string][] = [
  [
    'by a rule',
    checked({ is: 'allowed', explicit: true, by: rule }),
    'pass',
    'Allowed',
    'by rule 4096 Deny-All',
  ],
  [
    'by a default rule',
    checked({ is: 'allowed', explicit: false, by: defaultRule }),
    'pass-default',
    'Allowed by default:',
    'only Azure’s rule 65001 allows it',
  ],
  [
    'no group',
    checked({ is: 'allowed', explicit: false, by: null }),
    'pass-default',
    'Allowed:',
    'no NSG applies',
  ],
  ['blocked', checked({ is: 'blocked', by: rule }), 'error', 'Blocked', 'by rule 4096 Deny-All · UDP 5831'],
  [
    'advised',
    checked({ is: 'blocked', by: rule }, { severity: 'warning' }),
    'warning',
    'Blocked',
    'by rule 4096 Deny-All · UDP 5831',
  ],
  [
    'info',
    checked({ is: 'blocked', by: rule }, { severity: 'info' }),
    'info',
    'Blocked',
    'by rule 4096 Deny-All · UDP 5831',
  ],
  [
    'by default',
    checked({ is: 'blocked', by: { ...defaultRule, priority: 65500 } }),
    'error',
    'Blocked:',
    'no allow rule matches (default rule 65500) · UDP 5831',
  ],
  [
    'dropped',
    checked({ is: 'blocked', by: { ...route, nextHop: 'None' } }),
    'error',
    'Blocked',
    'by route 0.0.0.0/0, next hop None · UDP 5831',
  ],
  [
    'reply lost',
    checked({ is: 'reply-lost', by: route }),
    'error',
    'Reply lost:',
    'the reply leaves through appliance 10.0.1.4, not the way the call came · UDP 5831',
  ],
  [
    'appliance',
    checked({ is: 'forwarded', to: 'appliance', by: route }),
    'appliance',
    'Depends on an appliance:',
    '10.0.1.4 · UDP 5831',
  ],
  [
    'on-premises',
    checked({ is: 'forwarded', to: 'on-premises', by: route }),
    'appliance',
    'Depends on your on-premises network:',
    'UDP 5831',
  ],
  [
    'unknown',
    checked({ is: 'unknown', because: { key: 'unknown.bgp' } }),
    'unknown',
    'Unknown:',
    'the network has a gateway that might advertise routes from on-premises. Check the subnet’s effective routes.',
  ],
  [
    'part',
    checked({ is: 'partly-blocked', by: rule }, { allowed: [{ protocol: 'TCP', ports: '443', ranges: 1 }] }),
    'error',
    'Partly blocked',
    'by rule 4096 Deny-All · all but TCP 443',
  ],
  [
    'retired',
    checked({ is: 'note', text: { key: 'unknown.notChosen' }, retired: '2026-03-31' }),
    'info',
    'No longer required',
    'since 31 Mar 2026',
  ],
];

describe('results in words', () => {
  test.each(words)('%s', (_, result, shape, word, rest) => {
    expect(formatOutcome(say, result)).toMatchObject({ shape, word, rest });
  });

  test('an allowed row shows its rule alone on the right', () => {
    expect(formatOutcome(say, checked({ is: 'allowed', explicit: true, by: rule })).short).toBe('rule 4096');
  });
});

/** A result of each kind, for each kind of component that decides. */
const text = { key: 'unknown.notChosen' };
const firewallRule = {
  kind: 'firewall-rule',
  name: 'allow-aml',
  collection: 'aml',
  isDefault: false,
  firewallId: '/f',
  firewallName: 'fw',
  writtenIn: '/p',
} as const;
const noFirewallRule = { ...firewallRule, name: '', isDefault: true } as const;
const adminRule = { ...rule, level: 'network-manager' } as const;
const deciders = [rule, defaultRule, adminRule, firewallRule, noFirewallRule, route] as const;
const everyOutcome: { readonly [Is in Outcome['is']]: readonly Extract<Outcome, { is: Is }>[] } = {
  allowed: [null, rule, defaultRule, adminRule, firewallRule].flatMap((by) =>
    [true, false].map((explicit) => ({ is: 'allowed', explicit, by }) as const),
  ),
  'partly-blocked': deciders.map((by) => ({ is: 'partly-blocked', by })),
  blocked: deciders.map((by) => ({ is: 'blocked', by })),
  'no-outbound-access': [{ is: 'no-outbound-access', because: text }],
  'reply-lost': [{ is: 'reply-lost', by: route }],
  forwarded: [
    { is: 'forwarded', to: 'appliance', by: route },
    { is: 'forwarded', to: 'appliance', by: { ...route, nextHopAddress: null } },
    { is: 'forwarded', to: 'on-premises', by: route },
  ],
  unknown: [{ is: 'unknown', because: text }],
  passed: [{ is: 'passed', text }],
  failed: [{ is: 'failed', text }],
  'not-applicable': [{ is: 'not-applicable', because: text }],
  note: [
    { is: 'note', text },
    { is: 'note', text, retired: '2026-03-31' },
  ],
};

describe.each([
  ['en', /:$/, /^(?:by|since) /],
  ['fr', /\u00a0:$/, /^(?:par|depuis) /],
] as const)('in %s, the text after a result’s word', (language, colon, phrase) => {
  const parts = ['443', '445'].map(
    (ports) => ({ protocol: 'TCP', ports, ranges: 1, to: 'Storage' }) as const,
  );
  const all = Object.values(everyOutcome).flatMap((outcomes) =>
    outcomes.flatMap((outcome) =>
      [subject, null].flatMap((about) =>
        [parts, []].map((blocked) => checked(outcome, { subject: about, blocked, allowed: blocked })),
      ),
    ),
  );

  test('continues its phrase, or follows a colon', () => {
    const reported = all.map((one) => formatOutcome(messagesIn(language), one));
    expect(
      reported.filter(({ word, rest }) => rest !== '' && colon.test(word) === phrase.test(rest)),
    ).toEqual([]);
    expect(
      reported.filter(({ word, rest, line }) => line !== [word, rest].filter(Boolean).join(' ')),
    ).toEqual([]);
  });

  test('is empty if the word is complete, and so is the colon', () => {
    const reported = all.map((one) => formatOutcome(messagesIn(language), one));
    expect(
      reported.filter(({ label, word, rest }) => label.endsWith(':') || (rest === '' && word !== label)),
    ).toEqual([]);
    expect(reported.some(({ rest }) => rest === '')).toBe(true);
  });
});

describe('flows, packets, and next hops', () => {
  test.each([
    [{ ...subject }, 'UDP 5831'],
    [{ ...subject, protocol: 'TCP', ports: 'any' }, 'TCP, all ports'],
    [{ ...subject, protocol: 'Any', ports: '443' }, 'port 443'],
    [{ ...subject, protocol: 'Any', ports: '80, 443' }, 'ports 80 and 443'],
    [{ ...subject, protocol: 'TCP', ports: '80, 443' }, 'TCP 80 and 443'],
    [{ ...subject, protocol: 'Any', ports: '*' }, 'any protocol'],
  ] as const)('%o', (flow, text) => {
    expect(formatSubject(say, flow)).toBe(text);
  });

  test('a packet shows its protocol, both ends, and the destination port', () => {
    const packet = {
      protocol: 'UDP',
      source: '10.40.4.4',
      sourcePort: null,
      destination: '20.86.88.160',
      destinationPort: 5831,
    } as const;
    expect(formatPacket(say, packet)).toBe('UDP 10.40.4.4 → 20.86.88.160 port 5831');
    expect(formatPacket(say, { ...packet, protocol: 'ICMP', destinationPort: null })).toBe(
      'ICMP 10.40.4.4 → 20.86.88.160',
    );
  });

  test('of many parts, at most three are named', () => {
    const part = (ports: string) => ({ protocol: 'TCP', ports, ranges: 1 }) as const;
    expect(formatParts(say, [])).toBe('');
    expect(formatParts(say, ['1', '2', '3'].map(part))).toBe('TCP 1, TCP 2, and TCP 3');
    expect(formatParts(say, ['1', '2', '3', '4', '5'].map(part))).toBe('TCP 1, TCP 2, TCP 3, and 2 more');
    expect(formatParts(say, [{ protocol: 'UDP', ports: '0-65535', ranges: 1 }])).toBe('UDP');
  });

  test.each([
    ['VirtualAppliance', 'appliance 10.0.1.4'],
    ['VirtualNetworkGateway', 'the gateway to on-premises'],
    ['Internet', 'the internet'],
    ['None', 'nowhere (next hop None)'],
    ['VnetLocal', 'the virtual network'],
    ['VirtualNetworkServiceEndpoint', 'a service endpoint'],
  ] as const)('%s: %s', (nextHop, text) => {
    expect(formatHop(say, { nextHop, nextHopAddress: '10.0.1.4' })).toBe(text);
  });
});

describe('dates and durations', () => {
  test.each([
    ['2026-03-19', '19 Mar 2026'],
    ['2025-11-09T23:59:59.000Z', '9 Nov 2025'],
    ['2024-05', '1 May 2024'],
    ['', ''],
    ['not a date', 'not a date'],
  ])('%j is %j', (iso, text) => {
    expect(formatDate(say, iso)).toBe(text);
  });

  test.each([
    [0, '0 s'],
    [499, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min 0 s'],
    [684_000, '11 min 24 s'],
    [-5000, '0 s'],
  ])('%d ms is %j', (milliseconds, text) => {
    expect(formatDuration(say, milliseconds)).toBe(text);
  });
});

describe('the short name of a requirement', () => {
  test('is the full name if there is no short one', () => {
    expect(requirementShortName(say, 'acr-premium')).toBe(requirementName(say, 'acr-premium'));
  });
  test.each(['en', 'fr'])('is short enough, in %s, and shorter than the full name', (language) => {
    const shorts = requirements.map(({ id }) => ({
      short: requirementShortName(messagesIn(language), id),
      name: requirementName(messagesIn(language), id),
    }));
    const cut = shorts.filter(({ short, name }) => short !== name);
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.filter(({ short, name }) => short.length > 20 || short.length >= name.length)).toEqual([]);
  });
});
