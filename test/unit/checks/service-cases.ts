import { known } from '../../../src/core/known';
import type { NetworkSpec, PlanSpec } from './model-builder';
import type { Pair } from './requirement-cases';

const link: PlanSpec = { privateLink: true };
const article: PlanSpec = { profile: '2020-12' };
const instance: PlanSpec = {
  kind: known('instance'),
  name: 'ci-anna',
  maxNodes: known(1),
  minNodes: known(1),
};
const serverless: PlanSpec = { kind: known('serverless'), publicIp: known(false), name: null };
const managed: PlanSpec = { managedNetwork: 'allow-only-approved-outbound', subnetId: null };
const atWorkspace: NetworkSpec = { endpoints: ['pe-ws amlworkspace 10.40.7.4'] };
const storageEndpoints = ['blob', 'file', 'queue', 'table'].map(
  (group, at) => `pe-${group} ${group} 10.40.7.${at + 5}`,
);
const zonesOfWorkspace = [
  'privatelink.api.azureml.ms vnet-ml-prod-weu 10.40.7.4',
  'privatelink.notebooks.azure.net vnet-ml-prod-weu 10.40.7.4',
];

/** For the services of a workspace and DNS names: `requirements.md` groups G6 and G7. */
export const serviceRequirementCases: Readonly<Record<string, Pair>> = {
  'pe-network-policies-workspace': {
    reports: {
      network: {
        ...atWorkspace,
        policiesAtEndpoints: 'Enabled',
        rulesAtEndpoints: ['in 100 Deny Tcp VirtualNetwork>* 443 Deny-443'],
      },
      plan: link,
      states: 'error failed check.policies.stopped',
    },
    quiet: { network: atWorkspace, plan: link, states: 'passed check.policies.off' },
  },
  'dns-zones-linked': {
    reports: {
      network: atWorkspace,
      plan: link,
      services: { zones: [zonesOfWorkspace[0] ?? '', 'privatelink.notebooks.azure.net vnet-hub 10.40.7.4'] },
      states: 'error failed check.zones.notLinked',
    },
    quiet: {
      network: atWorkspace,
      plan: link,
      services: { zones: zonesOfWorkspace },
      states: 'passed check.zones.linked',
    },
  },
  'dns-dependency-zones': {
    reports: {
      network: { endpoints: ['pe-kv vault 10.40.7.9'] },
      services: { zones: [] },
      states: 'error failed check.zones.none',
    },
    quiet: {
      network: { endpoints: ['pe-kv vault 10.40.7.9'] },
      services: { zones: ['privatelink.vaultcore.azure.net vnet-ml-prod-weu 10.40.7.9'] },
      states: 'passed check.zones.linked',
    },
  },
  'dns-custom-server-forwarders': {
    reports: {
      network: { dnsServers: ['10.40.6.4'], rules: ['out 100 Deny Udp *>* 53 Deny-DNS'] },
      states: 'error failed check.names.unreached',
    },
    quiet: { network: { dnsServers: ['168.63.129.16'] }, states: 'passed check.names.azure' },
  },
  'dns-custom-instance-record': {
    reports: {
      network: { dnsServers: ['10.40.6.4'] },
      plan: { ...instance, ...link },
      states: 'note',
    },
    quiet: { plan: { ...instance, ...link }, states: 'not-applicable check.names.azureAnswers' },
  },
  'dns-batch-storage-classic': {
    reports: {
      network: { dnsServers: ['10.40.6.4'] },
      plan: article,
      states: 'note',
    },
    quiet: { plan: article, states: 'not-applicable check.names.azureAnswers' },
  },
  'browser-doh': {
    reports: { plan: link, states: 'note' },
    quiet: { states: 'not-applicable check.onlyPrivateLink' },
  },
  'multi-private-endpoints': {
    reports: {
      network: {
        endpoints: ['pe-ws amlworkspace 10.90.0.4 vnet-hub', 'pe-ws2 amlworkspace 10.91.0.4 vnet-office'],
      },
      plan: link,
      services: { endpoints: ['pe-ws', 'pe-ws2'], storage: { access: 'disabled' } },
      states: 'error failed check.several.apart',
    },
    quiet: {
      network: {
        endpoints: [
          'pe-ws amlworkspace 10.90.0.4 vnet-hub',
          'pe-ws2 amlworkspace 10.91.0.4 vnet-office',
          'pe-blob blob 10.90.0.5 vnet-hub',
        ],
      },
      plan: link,
      services: { endpoints: ['pe-ws', 'pe-ws2'], storage: { access: 'disabled' } },
      states: 'passed check.several.together',
    },
  },
  'private-link-public-access-features': {
    reports: { plan: link, services: { publicAccess: true }, states: 'info failed check.publicAccess.open' },
    quiet: { plan: link, services: {}, states: 'passed check.publicAccess.closed' },
  },
  'serverless-npip-ip-allowlist': {
    reports: {
      plan: serverless,
      services: { addressList: ['203.0.113.7/32'] },
      states: 'error failed check.addressList.only',
    },
    quiet: {
      network: atWorkspace,
      plan: serverless,
      services: { addressList: ['203.0.113.7/32'] },
      states: 'passed check.addressList.endpoint',
    },
  },
  'instance-selected-networks': {
    reports: {
      plan: { ...instance, publicIp: known(true) },
      services: { addressList: ['203.0.113.7/32'] },
      states: 'error failed check.addressList.only',
    },
    quiet: {
      network: atWorkspace,
      plan: instance,
      services: { addressList: ['203.0.113.7/32'] },
      states: 'passed check.addressList.endpoint',
    },
  },
  'control-plane-stays-public': {
    reports: { plan: link, states: 'note' },
    quiet: { states: 'not-applicable check.onlyPrivateLink' },
  },
  'storage-same-vnet-2020': {
    reports: {
      plan: article,
      services: { storage: { access: 'disabled' } },
      states: 'error failed check.storage.otherNetwork',
    },
    quiet: {
      plan: article,
      services: { storage: { subnets: ['snet-other'] } },
      states: 'passed check.storage.ownRule',
    },
  },
  'storage-service-endpoint-same-subnet': {
    reports: {
      services: { storage: { subnets: ['snet-other'] } },
      states: 'error failed check.services.missing.rule',
    },
    quiet: {
      network: { serviceEndpoints: ['Microsoft.Storage'] },
      services: { storage: { subnets: ['snet-training'] } },
      states: 'passed check.services.subnet',
    },
  },
  'storage-private-endpoint-subresources': {
    reports: {
      network: { endpoints: storageEndpoints.slice(0, 1) },
      services: { storage: { access: 'disabled' } },
      states: 'error failed check.storage.noEndpoint',
    },
    quiet: {
      network: { endpoints: storageEndpoints },
      services: { storage: { access: 'disabled' } },
      states: 'passed check.storage.endpoints',
    },
  },
  'storage-trusted-access': {
    reports: {
      services: { storage: { denies: true, trusts: false } },
      states: 'warning failed check.storage.untrusted',
    },
    quiet: { services: { storage: { denies: true } }, states: 'passed check.storage.trusted' },
  },
  'storage-perimeter-smb': {
    reports: {
      plan: instance,
      services: { storage: { perimeter: { name: 'nsp-data', isEnforced: false, rules: [] } } },
      states: 'warning failed check.storage.smbInPerimeter',
    },
    quiet: {
      plan: instance,
      services: { storage: {} },
      states: 'not-applicable check.storage.noPerimeter',
    },
  },
  'storage-shared-key-enabled': {
    reports: {
      plan: instance,
      services: { storage: { keys: false } },
      states: 'error failed check.storage.noKeys',
    },
    quiet: {
      plan: instance,
      services: { storage: { keys: false }, byIdentity: true },
      states: 'passed check.storage.byIdentity',
    },
  },
  'keyvault-network': {
    reports: {
      network: { serviceEndpoints: [] },
      services: { keyVault: { subnets: ['snet-training'] } },
      states: 'error failed check.services.missing.endpoint',
    },
    quiet: {
      network: { endpoints: ['pe-kv vault 10.40.7.9'] },
      services: { keyVault: { access: 'disabled' } },
      states: 'passed check.services.endpoint',
    },
  },
  'acr-premium': {
    reports: {
      plan: link,
      services: { registry: { sku: 'Standard', denies: true } },
      states: 'error failed check.registry.lower',
    },
    quiet: { plan: link, services: {}, states: 'passed check.registry.premium' },
  },
  'acr-network-placement': {
    reports: {
      services: { registry: { access: 'disabled' } },
      states: 'error failed check.services.closed',
    },
    quiet: {
      network: { endpoints: ['pe-cr registry 10.40.7.9'] },
      services: { registry: { access: 'disabled' } },
      states: 'passed check.services.endpoint',
    },
  },
  'acr-trusted-services': {
    reports: {
      services: { registry: { denies: true, trusts: false } },
      states: 'error failed check.registry.untrusted',
    },
    quiet: { services: { registry: { denies: true } }, states: 'passed check.registry.trusted' },
  },
  'image-build-compute': {
    reports: {
      services: { registry: { access: 'disabled' } },
      states: 'warning failed check.build.thisOne',
    },
    quiet: {
      network: { endpoints: ['pe-cr registry 10.40.7.9'] },
      services: { registry: { access: 'disabled' }, builder: { subnet: 'snet-training' } },
      states: 'passed check.build.named',
    },
  },
  'monitor-ampls-open-mode': {
    reports: {
      services: {
        monitoring: {
          name: 'appi-fraudprod',
          isWorkspaceBased: known(true),
          scopes: known([{ name: 'ampls', ingestion: known('PrivateOnly'), query: known('Open') }]),
        },
      },
      states: 'warning failed check.monitoring.private',
    },
    quiet: {
      services: {
        monitoring: {
          name: 'appi-fraudprod',
          isWorkspaceBased: known(true),
          scopes: known([{ name: 'ampls', ingestion: known('Open'), query: known('Open') }]),
        },
      },
      states: 'passed check.monitoring.open',
    },
  },
  'endpoint-mix': {
    reports: {
      plan: managed,
      services: { managedTargets: ['blob'], storage: { subnets: ['snet-other'] } },
      states: 'warning failed check.mix.both',
    },
    quiet: { plan: managed, services: { managedTargets: ['blob'] }, states: 'passed check.mix.endpointOnly' },
  },
};
