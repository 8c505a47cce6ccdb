import { describe, expect, it } from 'vitest';
import { known } from '../../../../src/core/known';
import { reach } from '../../../../src/core/reach/reach';
import { formatIpv4 } from '../../../../src/core/addresses/ipv4';
import { seeded } from '../../../support/random';
import { ids, parseRule, testSecurityGroup, someNetwork } from '../../../support/networks';
import { reachOf, parseFlow, outcomeSummary } from '../../../support/reach-text';
import { shippedTags } from '../../../support/shipped-tags';

const denyAll = 'Deny Outbound 4096 * *>*:*';

describe('a result always has details', () => {
  it('a partly blocked flow: rule, packet, blocked part, and allowed part', () => {
    const answer = reachOf(
      { rules: ['Allow Outbound 150 Tcp *>AzureActiveDirectory:443', denyAll] },
      'out TCP 80,443 AzureActiveDirectory',
    );
    expect(answer.outcome).toEqual({
      is: 'partly-blocked',
      by: {
        kind: 'rule',
        name: 'Deny-Outbound-4096-',
        priority: 4096,
        direction: 'Outbound',
        isDefault: false,
        groupId: ids.securityGroup,
        groupName: 'nsg',
        level: 'subnet',
      },
    });
    expect(answer.packet).toMatchObject({
      protocol: 'TCP',
      source: '10.1.2.4',
      sourcePort: 49152,
      destinationPort: 80,
    });
    const ranges = shippedTags('public').lookup('AzureActiveDirectory')!.length / 2;
    expect(answer.blocked).toEqual([{ protocol: 'TCP', ports: '80', ranges }]);
    expect(answer.allowed).toEqual([{ protocol: 'TCP', ports: '443', ranges }]);
    expect(answer.assumptions).toContainEqual({ key: 'assumed.tags', values: { date: '2025-11-09' } });
  });

  it('the trace lists the steps in order: NIC, subnet, route, outbound access', () => {
    const answer = reach({
      model: someNetwork({
        rules: ['Deny Outbound 100 Tcp *>10.9.0.0/16:22', 'Allow Outbound 150 * *>AzureMachineLearning:443'],
        nat: {},
      }),
      subnetId: ids.subnet,
      tags: shippedTags('public'),
      publicIp: known(false),
      networkInterfaceGroup: known(testSecurityGroup([], 'nic')),
      flow: parseFlow('out TCP 443 AzureMachineLearning'),
    });
    expect(
      answer.trace.map(({ text, decides }) => [
        text.key,
        text.values?.['priority'] ?? text.values?.['destination'],
        decides,
      ]),
    ).toEqual([
      ['trace.rule.allows', 65001, true],
      ['trace.rule.allows', 150, false],
      ['trace.route.internet', '0.0.0.0/0', false],
      ['trace.natGateway', undefined, false],
    ]);
    expect(answer.trace[1]?.text.values).toEqual({
      priority: 150,
      name: 'Allow-Outbound-150-AzureMachineLearning-443',
      group: 'nsg',
      before: 1,
    });
  });

  it('inbound, the trace starts with the subnet and includes the return path', () => {
    const answer = reach({
      model: someNetwork({
        rules: ['Allow Inbound 120 Tcp AzureMachineLearning>*:44224'],
        routes: ['0.0.0.0/0 -> 10.1.9.4'],
      }),
      subnetId: ids.subnet,
      tags: shippedTags('public'),
      publicIp: known(true),
      networkInterfaceGroup: known(
        testSecurityGroup(['Allow Inbound 180 Tcp AzureMachineLearning>*:44224'], 'nic'),
      ),
      flow: parseFlow('in TCP 44224 AzureMachineLearning'),
    });
    expect(answer.trace.map(({ text, decides }) => [text.key, text.values?.['priority'], decides])).toEqual([
      ['trace.rule.allowsFirst', 120, false],
      ['trace.rule.allowsFirst', 180, false],
      ['trace.reply.appliance', undefined, true],
    ]);
    expect(answer.trace.at(-1)?.text.values).toEqual({
      destination: '0.0.0.0/0',
      ip: '10.1.9.4',
      table: 'rt',
    });
    expect(answer.allowed).toEqual([]);
    expect(answer.blocked).toEqual([
      {
        protocol: 'TCP',
        ports: '44224',
        ranges: shippedTags('public').lookup('AzureMachineLearning')!.length / 2,
      },
    ]);
  });

  it('names the rule that blocks the most', () => {
    const answer = reachOf(
      {
        rules: [
          'Deny Outbound 100 Tcp *>AzureMachineLearning.WestEurope:443',
          'Deny Outbound 200 Tcp *>AzureMachineLearning:443',
        ],
      },
      'out TCP 443 AzureMachineLearning',
    );
    expect(outcomeSummary(answer)).toBe('blocked by 200');
  });

  it('has no packet if the subnet’s addresses are unknown', () => {
    const answer = reachOf(
      {
        rules: [denyAll],
        subnet: { addressPrefixes: { known: false, because: { key: 'unknown.parameter' } } },
      },
      'out TCP 443 AzureMachineLearning',
    );
    expect(outcomeSummary(answer)).toBe('blocked by 4096');
    expect(answer.packet).toBeNull();
  });

  it('is undecided if rules split the flow too finely, and keeps certain parts', () => {
    // Random slices on four sides: the number of pieces grows beyond a reasonable time.
    const random = seeded(3);
    const ports = (): string => {
      const first = random.below(50_000);
      return `${first}-${first + 10_000}`;
    };
    const range = (base: number): string => {
      const first = random.below(60_000);
      return `${formatIpv4(base + first)}-${formatIpv4(base + first + 20_000)}`;
    };
    const rules = Array.from({ length: 600 }, (_, n) => ({
      ...parseRule(`${n === 0 ? 'Deny' : 'Allow'} Outbound ${100 + n} Tcp x>x:443`),
      sources: known([range(0x0a010000)]),
      destinations: known([range(0x14000000)]),
      sourcePorts: known([ports()]),
      destinationPorts: known([ports()]),
    }));
    const wide = { addressPrefixes: known(['10.1.0.0/16']) };
    const blocked = reachOf({ rules, subnet: wide }, 'out TCP * 20.0.0.0/16');
    expect(outcomeSummary(blocked)).toBe('partly-blocked by 100');
    const undecided = reachOf({ rules: rules.slice(1), subnet: wide }, 'out TCP * 20.0.0.0/16');
    expect(outcomeSummary(undecided)).toBe('unknown unknown.complex');
  });

  it('reuses what it computed for a model, and computes it again for a new one', () => {
    const model = someNetwork({ rules: [denyAll] });
    const question = {
      subnetId: ids.subnet,
      tags: shippedTags('public'),
      publicIp: known(true),
      flow: parseFlow('out TCP 443 AzureMachineLearning'),
    };
    const first = reach({ ...question, model });
    expect(reach({ ...question, model })).toEqual(first);
    expect(outcomeSummary(reach({ ...question, model: someNetwork({ rules: [] }) }))).toBe(
      'allowed by default by 65001',
    );
    // IDs are compared without regard to case.
    expect(reach({ ...question, model, subnetId: ids.subnet.toUpperCase() })).toEqual(first);
    expect(() => reach({ ...question, model, subnetId: `${ids.subnet}x` })).toThrow();
  });
});
