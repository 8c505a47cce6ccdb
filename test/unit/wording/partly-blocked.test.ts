import { describe, expect, it, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { CheckResult } from '../../../src/core/check-result';
import { messagesIn } from '../../support/messages-in';
import { formatOutcome } from '../../../src/wording/outcome-text';
import { buildModel, buildPlan, facts, type NetworkSpec } from '../checks/model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';

function checked(network: NetworkSpec): readonly CheckResult[] {
  return checkSubnet(buildModel(network), buildPlan({}), facts);
}

function reported(id: string, network: NetworkSpec, language = 'en'): string {
  const found = checked(network).find(({ requirement }) => requirement === id);
  if (!found) throw new Error(`${id} was not asked`);
  const { word, rest } = formatOutcome(messagesIn(language), found);
  return `${word} ${rest}`;
}

const [first = ''] = (facts.tags.prefixes('Storage.WestEurope') ?? []).map(
  ({ first: at, length }) =>
    `${[24, 16, 8, 0].map((bits) => (at >>> bits) & 255).join('.')}/${String(length)}`,
);
const all = facts.tags.prefixes('Storage.WestEurope')?.length ?? 0;

describe('a partly blocked flow', () => {
  it('states how many prefixes of its service tag are blocked, and their share', () => {
    const rules = [`out 100 Allow Tcp *>${first} 443 Some-Storage`, denyAll];
    expect(reported('outbound-storage-443', { rules })).toMatch(
      new RegExp(
        `^Partly blocked by rule 4096 Deny-All · TCP 443 \\(${String(all - 1)} of ${String(all)} Storage.WestEurope prefixes, >?\\d+% of the addresses\\)$`,
      ),
    );
    expect(reported('outbound-storage-443', { rules }, 'fr')).toMatch(
      /préfixes de Storage\.WestEurope, .*% des adresses\)$/,
    );
  });

  it('states the share of the subnet that a rule doesn’t cover', () => {
    const rules = ['out 100 Allow Tcp 10.40.4.0/27>Storage.WestEurope 443 Half', denyAll];
    expect(reported('outbound-storage-443', { rules })).toBe(
      'Partly blocked by rule 4096 Deny-All · TCP 443 (53% of the subnet’s addresses)',
    );
  });

  it('names the allowed part only if ports distinguish the two', () => {
    const rules = ['out 100 Allow Tcp *>AzureActiveDirectory 443 A', denyAll];
    expect(reported('outbound-entra-80-443', { rules })).toBe(
      'Partly blocked by rule 4096 Deny-All · all but TCP 443',
    );
  });

  it('with two flows names the blocked one', () => {
    const rules = ['out 100 Allow Tcp *>10.40.7.0/28 445 Endpoint', denyAll];
    expect(reported('outbound-storage-445', { rules, endpoints: ['pe-file file 10.40.7.8'] })).toBe(
      'Partly blocked by rule 4096 Deny-All · TCP 445 to Storage.WestEurope',
    );
  });
});

test.each([
  ['a prefix of each service', [`out 100 Allow * *>20.0.0.0/8 * A`, denyAll]],
  ['a part of the subnet', ['out 100 Allow * 10.40.4.0/28>* * A', denyAll]],
  ['some ports', ['out 100 Allow * *>* 443-5000 A', denyAll]],
  ['one protocol', ['out 100 Allow Udp *>* * A', 'out 101 Allow Tcp *>20.0.0.0/9 443 B', denyAll]],
  ['addresses of several services', ['out 90 Deny * *>13.0.0.0/8 * D']],
])('“all but” never names the packet that is blocked: %s', (_what, rules) => {
  const partly = checked({ rules, endpoints: ['pe-blob blob 10.40.7.4'] }).filter(
    ({ outcome }) => outcome.is === 'partly-blocked',
  );
  for (const one of partly) {
    const { rest } = formatOutcome(messagesIn('en'), one);
    const passing = /all but (.*)$/.exec(rest)?.[1] ?? '';
    const { protocol = '', destinationPort } = one.packet ?? {};
    expect(passing, `${one.requirement}: ${rest}`).not.toMatch(
      new RegExp(`(${protocol}|any protocol) [\\d, -]*\\b${String(destinationPort)}\\b`, 'i'),
    );
  }
  expect(partly.length).toBeGreaterThan(0);
});
