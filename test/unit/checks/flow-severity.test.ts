import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { flowSeverity, type AnsweredFlow } from '../../../src/checks/flow-severity';
import type { FlowResult, Outcome } from '../../../src/core/check-result';
import { reason } from '../../../src/core/reason';
import type { FlowTemplate, InProfile, RemoteTemplate } from '../../../src/requirements/requirement';
import { requirementsOf } from '../../../src/requirements/requirements';
import { buildPlan } from './model-builder';
import { buildInput, type ServicesSpec } from './services-builder';

const [some] = requirementsOf('current');
const open: Outcome = { is: 'no-outbound-access', because: reason('x') };
const fine: Outcome = { is: 'allowed', explicit: true, by: null };

function severity(severityIf: InProfile['severityIf'], answered: readonly AnsweredFlow[]) {
  if (!some) throw new Error('no requirement');
  return flowSeverity({ ...some.inProfile, severity: 'error', severityIf }, answered, { plan: buildPlan() });
}

function answered(
  outcome: Outcome,
  blocked: readonly string[],
  remote: RemoteTemplate['is'] = 'tag',
): AnsweredFlow {
  const template: FlowTemplate = {
    direction: 'Outbound',
    protocol: 'TCP',
    ports: ['80', '443'],
    remote:
      remote === 'private-endpoints'
        ? { is: 'private-endpoints', groups: ['blob'] }
        : { is: 'tag', tag: 'Storage', scope: 'none' },
    writeProtocol: 'Tcp',
    preflightByText: false,
    ruleName: 'Allow-It',
  };
  const answer: FlowResult = {
    outcome,
    packet: null,
    blocked: blocked.map((ports) => ({ protocol: 'TCP', ports, ranges: 1 })),
    allowed: [],
    trace: [],
    assumptions: [],
  };
  return { template, answer };
}

test('a flow that is blocked on lenient ports alone is less severe', () => {
  const only = (...blocked: string[]) =>
    severity([{ if: 'only-ports', ports: ['80'], severity: 'warning' }], [answered(open, blocked)]);
  expect(only('80')).toBe('warning');
  expect(only('80', '443')).toBe('error');
  expect(only('443', '80')).toBe('error');
  expect(only('80,443')).toBe('error');
});

test('a flow that is unknown on all ports keeps its severity', () => {
  const unknown: Outcome = { is: 'unknown', because: reason('x') };
  const only = severity([{ if: 'only-ports', ports: ['80'], severity: 'warning' }], [answered(unknown, [])]);
  expect(only).toBe('error');
});

test('a service that fails next to its private endpoints is less severe if every endpoint is reached', () => {
  const beside = (...flows: AnsweredFlow[]) =>
    severity([{ if: 'only-beside-endpoints', severity: 'warning' }], flows);
  const endpoint = (outcome: Outcome) => answered(outcome, [], 'private-endpoints');
  expect(beside(answered(open, ['443']), endpoint(fine))).toBe('warning');
  expect(beside(answered(open, ['443']), endpoint(fine), endpoint(open))).toBe('error');
  expect(beside(answered(open, ['443']))).toBe('error');
  expect(beside(answered(fine, []), endpoint(fine))).toBe('error');
});

describe('the workspace’s registry on public addresses', () => {
  const severityWith = (services?: ServicesSpec, serviceEndpoints: readonly string[] = []) => {
    const { model, plan, facts } = buildInput({
      network: { rules: ['out 4096 Deny * *>* * Deny-All'], serviceEndpoints },
      ...(services && { services }),
    });
    const all = checkSubnet(model, plan, services ? facts : { tags: facts.tags });
    return all.find(({ requirement }) => requirement === 'outbound-acr-443')?.severity;
  };

  test.each<[string, ServicesSpec | undefined, string]>([
    ['nothing was read', undefined, 'warning'],
    ['the registry wasn’t read', { registry: { isUnread: true } }, 'warning'],
    ['the workspace doesn’t have one yet', { registry: { isAbsent: true } }, 'info'],
    ['it was read, and is reachable there', { registry: {} }, 'warning'],
    [
      'the workspace’s images are built into it by a compute resource',
      { registry: {}, builder: { subnet: null } },
      'error',
    ],
    [
      'the same, and it is closed',
      { registry: { access: 'disabled' }, builder: { subnet: null } },
      'warning',
    ],
    ['it was read, and allows only some callers', { registry: { denies: true } }, 'warning'],
  ])('%s', (_, services, expected) => {
    expect(severityWith(services)).toBe(expected);
  });

  test.each<[string, ServicesSpec['registry'], string]>([
    ['allows this subnet', { denies: true, subnets: ['snet-training'] }, 'error'],
    ['allows another subnet', { denies: true, subnets: ['snet-other'] }, 'warning'],
    ['allows addresses', { denies: true, addresses: ['20.1.2.3'] }, 'warning'],
    ['denies all callers', { denies: true }, 'warning'],
    ['has unknown access', { perimeter: 'unread' }, 'warning'],
  ])('it has images and %s', (_, registry = {}, expected) => {
    const services = { registry, builder: { subnet: null } };
    expect(severityWith(services, ['Microsoft.ContainerRegistry'])).toBe(expected);
  });

  test('it allows this subnet, whose service endpoint is disabled', () => {
    const registry = { denies: true, subnets: ['snet-training'] };
    expect(severityWith({ registry, builder: { subnet: null } })).toBe('warning');
  });
});

test.each<[string, readonly string[], string]>([
  ['a private endpoint in reach', ['pe-vault vault 10.40.7.4'], 'info'],
  ['no private endpoint', [], 'error'],
])('the key vault of a high-business-impact workspace has %s', (_, endpoints, expected) => {
  const { model, plan, facts } = buildInput({
    network: { rules: ['out 4096 Deny * *>* * Deny-All'], endpoints },
    plan: { highBusinessImpact: true },
    services: { keyVault: { endpoints: endpoints.map(() => 'pe-vault') } },
  });
  const all = checkSubnet(model, plan, facts);
  expect(all.find(({ requirement }) => requirement === 'outbound-keyvault-443')?.severity).toBe(expected);
});
