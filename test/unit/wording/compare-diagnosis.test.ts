import { describe, expect, test } from 'vitest';
import type { DiagnosisResult } from '../../../src/core/diagnosis';
import type { FlowSubject, CheckResult, Outcome } from '../../../src/core/check-result';
import { compareDiagnosis } from '../../../src/wording/compare-diagnosis';

const subnetId =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-ml/subnets/snet-train';

const met: Outcome = { is: 'passed', text: { key: 'x' } };
const notMet: Outcome = { is: 'failed', text: { key: 'x' } };
const unknown: Outcome = { is: 'unknown', because: { key: 'x' } };

function result(requirement: string, outcome: Outcome, change: Partial<CheckResult> = {}): CheckResult {
  return {
    requirement,
    subnetId,
    kind: 'cluster',
    group: 'outbound',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'fails',
    outcome,
    subject: null,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: { key: 'x' },
    ...change,
  };
}

const flow = (remote: string, ports: string): { subject: FlowSubject } => ({
  subject: { direction: 'Outbound', protocol: 'TCP', ports, remote },
});

const batch = (outcome: Outcome) =>
  result('outbound-batch-443', outcome, flow('BatchNodeManagement.WestEurope', '443'));
const storage = (outcome: Outcome) =>
  result('outbound-storage-443', outcome, flow('Storage.WestEurope', '443'));

function azure(area: DiagnosisResult['area'], message: string, level: DiagnosisResult['level'] = 'error') {
  return { area, code: 'X', level, message };
}

const relations = (results: readonly DiagnosisResult[], ours: readonly CheckResult[]) =>
  compareDiagnosis(results, ours, subnetId).map(
    ({ relation, azure: its, ours: all }) =>
      `${relation}: ${its?.area ?? 'nothing'} | ${all.map((one) => one.requirement).join(', ')}`,
  );

const blocked = azure('rules', `Subnet '${subnetId}': TCP 443 to BatchNodeManagement.WestEurope is blocked.`);

describe('Azure reports a problem', () => {
  test('the checks find the flow that it names: both agree, and other flows aren’t part of it', () => {
    expect(relations([blocked], [storage(met), batch(notMet)])).toEqual([
      'agree: rules | outbound-batch-443',
    ]);
  });

  test('the checks find that the flow passes: a contradiction with both', () => {
    expect(relations([blocked], [storage(notMet), batch(met)])).toEqual([
      'contradict: rules | outbound-batch-443',
    ]);
  });

  test('the checks return unknown: only Azure reports it', () => {
    expect(relations([blocked], [batch(unknown)])).toEqual(['azureOnly: rules | outbound-batch-443']);
  });

  test.each([
    azure('rules', `Subnet '${subnetId}x': TCP 443 to BatchNodeManagement.WestEurope is blocked.`),
    azure('rules', blocked.message.replace('vnet-ml', 'vnet-other')),
    azure('rules', blocked.message, 'info'),
    azure('other', 'Something else.'),
  ])('%o is about something else', (result) => {
    expect(relations([result], [batch(met)])).toContain(`azureOnly: ${result.area} | `);
  });

  test('a custom DNS server is compared only with the check of such servers', () => {
    const dns = {
      ...azure('names', 'VNet is not using Azure default DNS.', 'warning'),
      code: 'CustomDnsInUse',
    };
    const names = { group: 'names' } as const;
    const ours = [
      result('dns-zones-linked', notMet, names),
      result('dns-custom-server-forwarders', unknown, names),
    ];
    expect(relations([dns], ours)).toEqual(['azureOnly: names | dns-custom-server-forwarders']);
  });
});

describe('Azure reports nothing', () => {
  test('the checks pass: both agree; an unknown result isn’t an agreement', () => {
    expect(relations([], [batch(met)])).toEqual(['agree: nothing | outbound-batch-443']);
    expect(relations([], [batch(unknown), storage(met)])).toEqual([]);
  });

  test('the subnet fails: only the checks report it, since Azure doesn’t look at it', () => {
    expect(relations([], [batch(notMet), storage(met)])).toEqual(['oursOnly: nothing | outbound-batch-443']);
  });

  test('the workspace’s own storage fails: a contradiction, since both look at it', () => {
    const own = { group: 'services' } as const;
    expect(relations([], [result('storage-trusted-access', notMet, own)])).toEqual([
      'contradict: nothing | storage-trusted-access',
    ]);
    expect(relations([], [result('storage-trusted-access', unknown, own)])).toEqual([
      'azureOnly: nothing | storage-trusted-access',
    ]);
  });

  test('info results and those that don’t apply are ignored', () => {
    const info = result('outbound-storage-445', notMet, { severity: 'info' });
    const hidden = result('outbound-graph-443', { is: 'not-applicable', because: { key: 'x' } });
    expect(relations([], [info, hidden])).toEqual([]);
  });
});
