import { describe, expect, it } from 'vitest';
import { evaluateFlow, isFlowAllowed } from '../../../src/checks/evaluate-flow';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import type { FlowTemplate } from '../../../src/requirements/requirement';
import { firewall } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  modelNetworkId,
  unreadFact,
  testTags,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';

const address = '10.40.1.4';
const nameless: FlowTemplate = {
  direction: 'Outbound',
  protocol: 'TCP',
  ports: ['443'],
  remote: { is: 'tag', tag: 'AzureActiveDirectory', scope: 'none' },
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-Entra',
};
const entra: FlowTemplate = { ...nameless, names: 'outbound-entra-80-443' };
const endpoints: FlowTemplate = { ...entra, remote: { is: 'private-endpoints', groups: ['blob'] } };

function contextOf(network: NetworkSpec | NetworkModel, plan: PlanSpec = {}) {
  const model = 'virtualNetworks' in network ? network : buildModel(network);
  const [one] = model.virtualNetworks;
  const [subnet] = one?.subnets ?? [];
  if (!one || !subnet) throw new Error('no subnet');
  return { model, plan: buildPlan(plan), tags: testTags, place: { network: one, subnet } };
}

/** Behind a firewall that allows outbound sign-in by host name, and nothing else. */
const byName: NetworkSpec = {
  nat: null,
  routes: [`0.0.0.0/0 appliance ${address}`],
  firewalls: [
    firewall(
      { 'app 300 Allow': ['app Entra *>login.microsoftonline.com https:443'] },
      { networkId: modelNetworkId, addresses: known([address]) },
    ),
  ],
};

describe('a flow through a firewall with rules by host name', () => {
  const ask = (flow: FlowTemplate, network: NetworkSpec | NetworkModel, plan: PlanSpec = {}) =>
    evaluateFlow(flow, contextOf(network, plan)).outcome;

  it('is allowed by the host names that Microsoft lists for it', () => {
    expect(ask(entra, byName)).toMatchObject({ is: 'allowed' });
  });

  it('is unknown if Microsoft lists none for it', () => {
    const because = { key: 'unknown.firewallName' };
    expect(ask(nameless, byName)).toMatchObject({ is: 'unknown', because });
    expect(ask({ ...entra, names: 'outbound-none' }, byName)).toMatchObject({ is: 'unknown', because });
  });

  it('is unknown if the region for the host names is unknown', () => {
    const model = buildModel(byName);
    const virtualNetworks = model.virtualNetworks.map((one) => ({ ...one, location: unreadFact }));
    expect(ask(entra, { ...model, virtualNetworks }, { workspace: unreadFact })).toMatchObject({
      is: 'unknown',
      because: { key: 'unknown.firewallName' },
    });
  });
});

describe('a flow to private endpoints', () => {
  it('that don’t exist is undecided, and not allowed either', () => {
    const context = contextOf({});
    expect(evaluateFlow(endpoints, context).outcome).toEqual({
      is: 'unknown',
      because: { key: 'check.noEndpoint' },
    });
    expect(isFlowAllowed(endpoints, context)).toBe(false);
  });

  it('is allowed to existing ones', () => {
    const context = contextOf({ endpoints: ['pe-blob blob 10.40.7.4'] });
    expect(isFlowAllowed(endpoints, context)).toBe(true);
  });
});
