import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { applyToFacts } from '../../../../src/checks/fixes/after-fix';
import { findFix, type TestedFix } from '../../../../src/checks/fixes/find-fix';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { known } from '../../../../src/core/known';
import { nameOf } from '../../../../src/core/network/find';
import {
  isServiceChange,
  settingsOf,
  settingText,
  undoOf,
  type ResourceChange,
} from '../../../../src/core/resource-change';
import type { BuilderChange } from '../../../../src/core/service-change';
import { messagesIn } from '../../../support/messages-in';
import { sayReason } from '../../../../src/messages/say';
import { serviceReasons } from '../../../../src/core/service-change';
import { stepsOf as jsonStepsOf } from '../../../support/changes';
import { serviceId, type NetworkSpec, type PlanSpec } from '../model-builder';
import { buildInput, type ServicesCaseSpec, type ServicesSpec } from '../services-builder';
import { resultLine } from '../result-line';

const say = messagesIn('en');

function line(change: ResourceChange): string {
  if (isServiceChange(change)) {
    return serviceReasons(change)
      .map((one) => sayReason(say, one))
      .join(' ');
  }
  const [setting] = settingsOf(change);
  if (setting) return `${setting.property} of ${nameOf(setting.id)}: ${settingText(setting.after)}`;
  if (change.type === 'rule' && change.after) {
    const { priority, sources, destinations } = change.after;
    return `rule ${priority} ${sources.join()} > ${destinations.join()} into ${nameOf(change.id)}`;
  }
  return change.type;
}

const fixOf = (id: string, asked: ServicesCaseSpec): TestedFix | undefined =>
  findFix(buildInput(asked), [id]);
const stepsOf = (id: string, asked: ServicesCaseSpec): readonly string[] | undefined =>
  fixOf(id, asked)?.fix.changes.map(line);

const link: PlanSpec = { privateLink: true };
const storageRule = 'storage-service-endpoint-same-subnet';

describe('a service that allows selected subnets', () => {
  test('gets a rule for the subnet, whose service endpoint is already enabled', () => {
    const asked: ServicesCaseSpec = {
      network: { serviceEndpoints: ['Microsoft.Storage'] },
      services: { storage: { subnets: ['snet-other'] } },
    };
    expect(stepsOf(storageRule, asked)).toEqual(['Adds snet-training to the network rules of storage.']);
  });

  test('gets only the service endpoint if it allows the subnet, and the subnet’s other endpoints stay', () => {
    const asked: ServicesCaseSpec = {
      network: { serviceEndpoints: ['Microsoft.KeyVault'] },
      services: { storage: { subnets: ['snet-training'] } },
    };
    expect(stepsOf(storageRule, asked)).toEqual([
      'serviceEndpoints of snet-training: Microsoft.KeyVault, Microsoft.Storage',
    ]);
    expect(fixOf(storageRule, asked)?.fix.effect).toBe('opens');
  });

  test('gets the service endpoint before the rule, since Azure refuses the rule without it', () => {
    const services: ServicesSpec = { keyVault: { subnets: ['snet-other'], trusts: true } };
    expect(stepsOf('keyvault-network', { services })).toEqual([
      'serviceEndpoints of snet-training: Microsoft.KeyVault',
      'Adds snet-training to the network rules of vault.',
    ]);
  });

  test('for a key vault also gets trusted Azure services', () => {
    const services: ServicesSpec = { keyVault: { subnets: ['snet-other'], trusts: false } };
    expect(stepsOf('keyvault-network', { services })).toEqual([
      'serviceEndpoints of snet-training: Microsoft.KeyVault',
      'Adds snet-training to the network rules of vault.',
      'Allows trusted Azure services to access vault.',
    ]);
  });

  test('two services together keep both service endpoints', () => {
    const services: ServicesSpec = {
      storage: { subnets: ['snet-training'] },
      keyVault: { subnets: ['snet-training'], trusts: true },
    };
    const found = findFix(buildInput({ services }), [storageRule, 'keyvault-network']);
    expect(found?.fix.changes.map(line)).toEqual([
      'serviceEndpoints of snet-training: Microsoft.Storage',
      'serviceEndpoints of snet-training: Microsoft.Storage, Microsoft.KeyVault',
    ]);
  });

  test('without allowed subnets isn’t opened, and gets a private endpoint', () => {
    const services: ServicesSpec = { keyVault: { denies: true } };
    const steps = jsonStepsOf(fixOf('keyvault-network', { services })?.fix);
    expect(steps.map((one) => one.do)).toEqual(['addZone', 'connect', 'register', 'link']);
  });

  test('for a registry gets no rules, since they are a preview', () => {
    const named: ServicesSpec = { registry: { subnets: ['snet-training'] } };
    expect(stepsOf('acr-network-placement', { services: named })).toEqual([
      'serviceEndpoints of snet-training: Microsoft.ContainerRegistry',
    ]);
    const other: ServicesSpec = { registry: { subnets: ['snet-other'] } };
    expect(stepsOf('acr-network-placement', { services: other })).toBeUndefined();
  });

  test('has no fix if a service endpoint policy doesn’t allow the account', () => {
    const services: ServicesSpec = { storage: { subnets: ['snet-training'] } };
    const input = buildInput({ network: { endpointPolicies: ['/p/own'] }, services });
    const fixedWith = (resources: readonly string[]): TestedFix | undefined => {
      const endpointPolicies = [{ id: '/p/own', name: 'own', resources: known(resources) }];
      return findFix({ ...input, model: { ...input.model, endpointPolicies } }, [storageRule]);
    };
    expect(fixedWith(['/elsewhere'])).toBeUndefined();
    const account = serviceId('blob');
    expect(fixedWith(['/services/Azure/MachineLearning', account])?.fix.changes).toHaveLength(1);
  });
});

describe('trusted services', () => {
  test('are allowed in a closed storage account and a closed registry', () => {
    const services: ServicesSpec = {
      storage: { access: 'disabled', trusts: false },
      registry: { access: 'disabled', trusts: false },
    };
    expect(stepsOf('storage-trusted-access', { services })).toEqual([
      'Allows trusted Azure services to access storage.',
    ]);
    expect(stepsOf('acr-trusted-services', { services })).toEqual([
      'Allows trusted Azure services to access registry.',
    ]);
  });
});

describe('private DNS zones', () => {
  const network: NetworkSpec = { endpoints: ['pe-ws amlworkspace 10.40.7.4'] };
  const api = 'privatelink.api.azureml.ms';
  const notebooks = 'privatelink.notebooks.azure.net';

  test('both zones of the workspace are linked if they exist and have the records', () => {
    const zones = [`${api} vnet-hub 10.40.7.4`, `${notebooks} vnet-hub 10.40.7.4`];
    expect(stepsOf('dns-zones-linked', { network, plan: link, services: { zones } })).toEqual([
      `Links private DNS zone ${api} to vnet-ml-prod-weu.`,
      `Links private DNS zone ${notebooks} to vnet-ml-prod-weu.`,
    ]);
  });

  test('linked zones aren’t linked again', () => {
    const zones = [`${api} vnet-ml-prod-weu 10.40.7.4`, `${notebooks} vnet-hub 10.40.7.4`];
    expect(stepsOf('dns-zones-linked', { network, plan: link, services: { zones } })).toEqual([
      `Links private DNS zone ${notebooks} to vnet-ml-prod-weu.`,
    ]);
  });

  test('a zone without the endpoint’s records isn’t linked, and a missing one isn’t created', () => {
    const empty = [`${api} vnet-hub 10.40.7.4`, `${notebooks} vnet-hub 10.99.0.4`];
    expect(stepsOf('dns-zones-linked', { network, plan: link, services: { zones: empty } })).toBeUndefined();
    const missing = [`${api} vnet-hub 10.40.7.4`];
    expect(
      stepsOf('dns-zones-linked', { network, plan: link, services: { zones: missing } }),
    ).toBeUndefined();
  });

  test('of two zones of one name, the one with the records is linked', () => {
    const vault = 'privatelink.vaultcore.azure.net';
    const asked: ServicesCaseSpec = {
      network: { endpoints: ['pe-kv vault 10.40.7.9'] },
      services: { zones: [`${vault} vnet-old 10.99.0.9`, `${vault} vnet-hub 10.40.7.9`] },
    };
    expect(stepsOf('dns-dependency-zones', asked)).toEqual([
      `Links private DNS zone ${vault} to vnet-ml-prod-weu.`,
    ]);
  });
});

describe('image builds', () => {
  const services: ServicesSpec = { registry: { access: 'disabled' } };
  const size = 'Standard_DS3_v2';

  test('the planned cluster is set before it exists', () => {
    const found = fixOf('image-build-compute', { services, plan: { vmSize: size } });
    expect(found?.fix.changes.map(line)).toEqual([
      'Sets cpu-cluster as the image build compute of mlw-fraud-prod.',
    ]);
    expect(resultLine(found?.after.find((one) => one.requirement === 'image-build-compute'))).toBe(
      'passed check.build.named',
    );
  });

  test('a cluster with GPUs isn’t set, and an instance isn’t either', () => {
    const gpu = fixOf('image-build-compute', { services, plan: { vmSize: 'Standard_NC6s_v3' } });
    const instance = fixOf('image-build-compute', {
      services,
      plan: { kind: known('instance'), vmSize: size },
    });
    expect([gpu, instance]).toEqual([undefined, undefined]);
  });

  test('an existing cluster is its owner’s choice, wherever it is', () => {
    const named: ServicesSpec = { ...services, builder: { subnet: null } };
    expect(fixOf('image-build-compute', { services: named, plan: { vmSize: size } })).toBeUndefined();
  });
});

describe('the subnet of the workspace’s private endpoint', () => {
  const endpoints = ['pe-ws amlworkspace 10.40.7.4'];

  test('allows the compute resources by a rule before the one that blocks them', () => {
    const network: NetworkSpec = {
      endpoints,
      policiesAtEndpoints: 'Enabled',
      rulesAtEndpoints: ['in 200 Deny Tcp VirtualNetwork>* 443 Deny-443', 'in 190 Allow * *>* 80 Allow-80'],
    };
    expect(stepsOf('pe-network-policies-workspace', { network, plan: link })).toEqual([
      'rule 199 10.40.4.0/26 > 10.40.7.4 into nsg-endpoints',
    ]);
  });

  test('opens each port that rules block, for the private endpoints that use it', () => {
    const network = {
      endpoints: [...endpoints, 'pe-file file 10.40.7.9', 'pe-kv vault 10.40.7.10'],
      policiesAtEndpoints: 'Enabled',
      rulesAtEndpoints: ['in 200 Deny * *>* * Deny-All'],
    };
    expect(stepsOf('pe-network-policies-workspace', { network, plan: link, services: {} })).toEqual([
      'rule 100 10.40.4.0/26 > 10.40.7.4,10.40.7.9,10.40.7.10 into nsg-endpoints',
      'rule 110 10.40.4.0/26 > 10.40.7.9 into nsg-endpoints',
    ]);
  });

  test('ignores routes if one of the compute resources is in the endpoint’s subnet', () => {
    const asked = (policiesAtEndpoints: string): ServicesCaseSpec => ({
      network: { endpoints, policiesAtEndpoints, routes: ['10.40.0.0/21 appliance 10.40.1.4'] },
      plan: link,
    });
    expect(stepsOf('pe-network-policies-workspace', asked('RouteTableEnabled'))).toEqual([
      'privateEndpointNetworkPolicies of snet-endpoints: Disabled',
    ]);
    expect(stepsOf('pe-network-policies-workspace', asked('Enabled'))).toEqual([
      'privateEndpointNetworkPolicies of snet-endpoints: NetworkSecurityGroupEnabled',
    ]);
  });
});

describe('undo', () => {
  const cases: Readonly<Record<string, ServicesCaseSpec & { readonly id: string }>> = {
    rule: { id: 'keyvault-network', services: { keyVault: { subnets: ['snet-other'], trusts: false } } },
    trust: { id: 'acr-trusted-services', services: { registry: { access: 'disabled', trusts: false } } },
    zone: {
      id: 'dns-dependency-zones',
      network: { endpoints: ['pe-kv vault 10.40.7.9'] },
      services: { zones: ['privatelink.vaultcore.azure.net vnet-hub 10.40.7.9'] },
    },
    policies: {
      id: 'pe-network-policies-workspace',
      plan: link,
      network: {
        endpoints: ['pe-ws amlworkspace 10.40.7.4'],
        policiesAtEndpoints: 'Enabled',
        routes: ['10.40.0.0/21 appliance 10.40.1.4'],
      },
    },
  };

  test.each(Object.entries(cases))('%s: the exact inverse', (_, { id, ...asked }) => {
    const input = buildInput(asked);
    const changes = fixOf(id, asked)?.fix.changes ?? [];
    expect(changes.length).toBeGreaterThan(0);
    const there = { model: applyFix(input.model, { changes }), facts: applyToFacts(input.facts, changes) };
    expect(there).not.toEqual({ model: input.model, facts: input.facts });
    const back = undoOf(changes);
    expect({
      model: applyFix(there.model, { changes: back }),
      facts: applyToFacts(there.facts, back),
    }).toEqual({
      model: input.model,
      facts: input.facts,
    });
  });

  test('sets the previous image build compute again, and is empty if there was none', () => {
    const named = { name: 'gone', isThere: false, isCluster: false, subnetId: null, vmSize: null };
    const builder = { ...named, name: 'cpu-cluster', isCluster: true };
    const [before, after] = [{ buildCompute: named }, { buildCompute: builder }];
    const change: BuilderChange = { type: 'workspace', id: 'w', before, after };
    expect(undoOf([change])).toEqual([{ ...change, before: after, after: before }]);
    expect(undoOf([{ ...change, before: { buildCompute: null } }])).toEqual([]);
  });
});

test('a fix outside of the network leaves the network’s own results unchanged', () => {
  const asked: ServicesCaseSpec = { services: { keyVault: { subnets: ['snet-other'], trusts: true } } };
  const input = buildInput(asked);
  const before = checkSubnet(input.model, input.plan, input.facts);
  const after = fixOf('keyvault-network', asked)?.after ?? [];
  const changed = after.filter((one, index) => resultLine(one) !== resultLine(before[index]));
  expect(changed.map((one) => one.requirement)).toEqual(['keyvault-network']);
});
