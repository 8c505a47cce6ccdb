import fc from 'fast-check';
import { known } from '../../../../src/core/known';
import type { Profile } from '../../../../src/core/plan';
import { caseCount } from '../../../support/case-count';
import { nicGroupId, unreadFact, type NetworkSpec, type PlanSpec } from '../model-builder';
import type { ServiceSpec, ServicesSpec } from '../services-builder';
import { databricksPlan, hdInsightPlan, machinePlan } from '../target-builder';

const tags = [
  '*',
  'Internet',
  'VirtualNetwork',
  'AzureMachineLearning',
  'AzureCloud',
  'Storage.WestEurope',
  'BatchNodeManagement',
  '20.0.0.0/8',
  '10.40.7.0/28',
  // Nested, adjacent, duplicate, with host bits, at an edge, a range, and an invalid tag.
  '20.86.88.160/28,20.86.88.165/27',
  '13.69.65.64/27,13.69.65.96/27',
  'Storage,Storage.WestEurope',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '52.236.186.100-52.236.186.150',
  'AzureLoadBalancer',
  'AzureDatabricks',
  'HDInsight',
  'Sql,EventHub',
  'NotATag',
  '?',
];
const ports = [
  '*',
  '443',
  '80',
  '445',
  '5831',
  '44224',
  '29876-29877',
  '400-500',
  '22',
  '3306,9093',
  '80,443,443',
  '0-442,444-65535',
];

export const someRule = fc
  .record({
    way: fc.constantFrom('in', 'out'),
    priority: fc.oneof(fc.integer({ min: 100, max: 140 }), fc.constantFrom(4000, 4095, 4096)).map(String),
    access: fc.constantFrom('Allow', 'Deny', 'Deny'),
    protocol: fc.constantFrom('Tcp', 'Udp', '*'),
    near: fc.constantFrom('*', 'VirtualNetwork', '10.40.4.0/27', '10.40.4.33/27', '10.40.0.0/16'),
    far: fc.constantFrom(...tags),
    port: fc.constantFrom(...ports),
  })
  .map(({ way, priority, access, protocol, near, far, port }) => {
    const sides = way === 'out' ? `${near}>${far}` : `${far}>${near}`;
    return `${way} ${priority} ${access} ${protocol} ${sides} ${port}`;
  });

const routeTexts = [
  '0.0.0.0/0 appliance 10.40.1.4',
  'AzureMachineLearning internet',
  'Storage none',
  '20.0.0.0/8 none',
  '0.0.0.0/0 gateway',
  '0.0.0.0/1 appliance 10.40.1.4',
  'BatchNodeManagement.WestEurope internet',
  '10.40.7.0/28 none',
];

const rules = fc.uniqueArray(someRule, {
  maxLength: 7,
  selector: (text) => text.split(' ').slice(0, 2).join(),
});

/** Networks with about every component that can block a flow. */
export const arbitraryNetwork: fc.Arbitrary<NetworkSpec> = fc
  .tuple(fc.option(rules), fc.option(fc.subarray(routeTexts)), fc.constantFrom(null, 0, 1))
  .chain(([written, routes, nat]) =>
    fc
      .tuple(
        fc.constantFrom(null, true, false),
        fc.nat(2),
        fc.boolean(),
        fc.constantFrom(false, true, null),
        fc.nat(7),
      )
      .map(([defaultOutboundAccess, endpoints, shared, hasGateway, delegated]): NetworkSpec => ({
        rules: written,
        routes,
        nat,
        defaultOutboundAccess,
        endpoints: [null, [], ['pe-file file 10.40.7.4']][endpoints] ?? null,
        sharedWith: shared ? ['snet-scoring'] : [],
        hasGateway,
        delegations: delegated === 0 ? ['Microsoft.Web/serverFarms'] : [],
        inUse: delegated === 1 ? 3 : 0,
        peerings: delegated === 2 ? ['vnet-hub 10.90.0.0/16'] : [],
        serviceEndpoints: delegated === 3 ? ['Microsoft.Storage'] : [],
        usersUnread: delegated === 4,
      })),
  );

const service = fc.constantFrom<ServiceSpec>(
  {},
  { access: 'disabled' },
  { denies: true },
  { subnets: ['snet-other'], trusts: false },
  { isUnread: true },
  { isAbsent: true },
);

const zoneNames = [
  'privatelink.api.azureml.ms',
  'privatelink.notebooks.azure.net',
  'privatelink.blob.core.windows.net',
  'privatelink.file.core.windows.net',
  'privatelink.vaultcore.azure.net',
  'privatelink.azurecr.io',
];

/** Linked here, elsewhere, to no network, or unknown; with the address of an endpoint, of another one, or of none. */
const zone = fc
  .tuple(
    fc.constantFrom(...zoneNames),
    fc.constantFrom('vnet-ml-prod-weu', 'vnet-ml-prod-weu,vnet-hub', 'vnet-hub', '-', '?'),
    fc.constantFrom('10.40.7.4', 'other=10.99.0.4', '-'),
  )
  .map((parts) => parts.join(' '));

/** The data services of a workspace, open and closed, and the zones that may exist. */
export const services: fc.Arbitrary<ServicesSpec> = fc
  .record({
    storage: service,
    keyVault: service,
    registry: fc
      .tuple(service, fc.constantFrom('Premium', 'Premium', 'Basic'))
      .map(([of, sku]) => ({ ...of, sku })),
    publicAccess: fc.boolean(),
    zones: fc.uniqueArray(zone, { maxLength: 4 }),
    zonesUnread: fc.nat(9).map((n) => n === 0),
  })
  .filter(({ zones }) => zones.length < 4 || zones.every((one) => !one.includes('?')));

export const arbitraryPlan: fc.Arbitrary<PlanSpec> = fc.record({
  kind: fc.constantFrom(known('cluster'), known('instance')),
  publicIp: fc.boolean().map(known),
  privateLink: fc.boolean(),
  profile: fc.constantFrom('current', 'current', '2020-12'),
});

export const attachedPlan: fc.Arbitrary<PlanSpec> = fc
  .tuple(
    fc.constantFrom(machinePlan, hdInsightPlan, databricksPlan),
    fc.constantFrom(known(null), known(nicGroupId), unreadFact),
    fc.boolean(),
    fc.constantFrom<Profile[]>('current', '2020-12'),
  )
  .map(([of, nicGroup, isPublic, profile]): PlanSpec => {
    const machine = { nicGroup, publicAddress: known(isPublic ? '20.61.0.10' : null) };
    const chosen = of === machinePlan ? machinePlan(machine) : of();
    return { ...chosen, profile };
  });

/** Networks of attached compute: with an NSG for a network interface, and a second subnet for Databricks. */
export const attachedNetwork: fc.Arbitrary<NetworkSpec> = fc
  .tuple(arbitraryNetwork, rules, fc.boolean())
  .map(([spec, nicRules, isGiven]) => ({
    ...spec,
    nicRules,
    sharedWith: ['snet-container'],
    delegations: isGiven ? ['Microsoft.Databricks/workspaces'] : [],
  }));

/** Number of networks that are tested. `npm run prove` tests more. */
export const runs = Number(process.env['AML_SECURE_COMPUTE_PROVE'] ?? caseCount(20, 150));

export const generatorSettings: fc.Parameters<unknown> = { numRuns: runs };
