import { expect, test } from 'vitest';
import type { FillContext } from '../../../src/checks/fill-flow';
import { unlessAnother } from '../../../src/checks/registry-names';
import type { FlowResult, FlowPart } from '../../../src/core/check-result';
import type { FlowTemplate } from '../../../src/requirements/requirement';
import { buildModel, buildPlan, facts } from './model-builder';

const template = (names: string): FlowTemplate => ({
  direction: 'Outbound',
  protocol: 'TCP',
  ports: ['443'],
  remote: { is: 'tag', tag: 'AzureContainerRegistry', scope: 'subnet+workspace' },
  ruleName: 'Allow-Registry-443',
  writeProtocol: 'Tcp',
  preflightByText: false,
  names,
});

function context(): FillContext {
  const model = buildModel();
  const [network] = model.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!network || !subnet) throw new Error('no subnet');
  return { model, plan: buildPlan({}), place: { network, subnet }, tags: facts.tags };
}

const part = (names?: readonly string[]): FlowPart => ({
  protocol: 'TCP',
  ports: '443',
  ranges: 1,
  ...(names && { names }),
});

const partly = (blocked: readonly FlowPart[], allowed: readonly FlowPart[]): FlowResult => ({
  outcome: { is: 'partly-blocked', by: null as never },
  packet: null,
  blocked,
  allowed,
  trace: [],
  assumptions: [],
});

const outcomeOf = (answer: FlowResult, names = 'outbound-acr-443') =>
  unlessAnother(answer, template(names), context()).outcome;

test('registries that a firewall allows may be the workspace’s own, and are named', () => {
  const passing = [part(['a.azurecr.io', 'b.azurecr.io', 'viennaglobal.azurecr.io', 'a.data.azurecr.io'])];
  expect(outcomeOf(partly([part(['*.azurecr.io'])], passing))).toEqual({
    is: 'unknown',
    because: { key: 'unknown.registryName', values: { names: ['a.azurecr.io', 'b.azurecr.io'] } },
  });
});

test('a result stays if more than host names is blocked, or no registry is allowed', () => {
  const one = [part(['a.azurecr.io'])];
  expect(outcomeOf(partly([part(['*.azurecr.io']), part()], one)).is).toBe('partly-blocked');
  expect(outcomeOf(partly([part()], one)).is).toBe('partly-blocked');
  expect(outcomeOf(partly([part(['*.azurecr.io'])], [part()])).is).toBe('partly-blocked');
  expect(outcomeOf(partly([part(['*.azurecr.io'])], [part(['a.azurecr.io.example.test'])])).is).toBe(
    'partly-blocked',
  );
});

test('host names of other requirements are used as they are', () => {
  const answer = partly([part(['*.azurecr.io'])], [part(['a.azurecr.io'])]);
  expect(outcomeOf(answer, 'outbound-mcr-443').is).toBe('partly-blocked');
});
