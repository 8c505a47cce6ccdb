import { expect, it } from 'vitest';
import { causesIn } from '../../../src/checks/causes-in';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { Component } from '../../../src/core/cause';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { firewall } from '../../support/firewalls';
import { adminRule } from '../../support/networks';
import { buildModel, buildPlan, facts, modelNetworkId, type NetworkSpec } from './model-builder';

const denyAml = 'out 200 Deny Tcp *>AzureMachineLearning 443 Deny-AML';
const flow = 'outbound-aml-443';

/** Returns the components that block the flow, the first one first. */
function chain(model: NetworkModel, id = flow): readonly string[] {
  const plan = buildPlan({ publicIp: known(false), privateLink: true });
  const causes = causesIn({ model, plan, facts }, checkSubnet(model, plan, facts));
  const first = causes.find(({ results }) => results.some(({ requirement }) => requirement === id));
  return [first, ...(first?.alsoBlockedBy.get(id) ?? [])].flatMap((one) => (one ? [labelOf(one)] : []));
}

function labelOf({ kind, name, resourceId, by }: Component): string {
  const collection = by?.kind === 'firewall-rule' && name !== null ? `${by.collection}/` : '';
  return `${kind} ${collection}${name ?? resourceId?.split('/').at(-1) ?? ''}`;
}

function withAdminRules(spec: NetworkSpec, rules: readonly string[]): NetworkModel {
  const model = buildModel(spec);
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) => ({
      ...one,
      adminRules: known(rules.map((text, at) => adminRule(text, at))),
    })),
  };
}

it('behind a security admin rule are the other ones and the NSG', () => {
  const rules = ['Deny Outbound 10 Tcp *>*:443', 'Deny Outbound 20 Tcp *>*:443'];
  expect(chain(withAdminRules({ rules: [denyAml] }, rules))).toEqual([
    'admin-rule-blocks Deny-Outbound-10-Tcp-443',
    'admin-rule-blocks Deny-Outbound-20-Tcp-443',
    'nsg-rule-blocks Deny-AML',
  ]);
});

it('behind a rule of a firewall is its next rule, and then its default, which can’t be removed', () => {
  const address = '10.40.1.4';
  const guarded = firewall(
    {
      'first 100 Deny': ['net Deny-AML TCP *>AzureMachineLearning:443', 'net Deny-All TCP *>*:443'],
      'second 200 Deny': ['net Deny-AML TCP *>AzureMachineLearning:443'],
    },
    { networkId: modelNetworkId, addresses: known([address]) },
  );
  const model = buildModel({ nat: null, routes: [`0.0.0.0/0 appliance ${address}`], firewalls: [guarded] });
  expect(chain(model)).toEqual([
    'firewall-blocks first/Deny-AML',
    'firewall-blocks first/Deny-All',
    'firewall-blocks second/Deny-AML',
    'firewall-blocks afw',
  ]);
});

it('behind a route is the one with the next shorter prefix, if it doesn’t pass', () => {
  const routes = ['AzureMachineLearning none', '0.0.0.0/0 none'];
  expect(chain(buildModel({ routes }))).toEqual(['route-drops route-1', 'route-drops route-2']);
  expect(chain(buildModel({ routes: routes.slice(0, 1) }))).toEqual(['route-drops route-1']);
});

it('ends after six components, so that a network with hundreds of rules stays readable', () => {
  const rules = Array.from({ length: 12 }, (_, at) => `out ${200 + at} Deny Tcp *>* 443 Deny-${at}`);
  expect(chain(buildModel({ rules }))).toHaveLength(7);
});
