import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known, unknown } from '../../../src/core/known';
import type { Firewall } from '../../../src/core/network/firewall';
import { reason } from '../../../src/core/reason';
import type { Perimeter } from '../../../src/core/services/services';
import { firewall } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  facts,
  privateInstance,
  modelSubscription,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { buildInput, buildServices, endpointId, type ServicesSpec } from './services-builder';
import { resultLine } from './result-line';

interface Asked {
  readonly network?: NetworkSpec;
  readonly plan?: PlanSpec;
  readonly services?: ServicesSpec | null;
}

function states(id: string, { network, plan, services = {} }: Asked): string {
  const read = services ? { services: buildServices(services) } : {};
  const checked = checkSubnet(buildModel(network), buildPlan(plan), { ...facts, ...read });
  return resultLine(checked.find((one) => one.requirement === id));
}

const link: PlanSpec = { privateLink: true };
const everyService = [
  'storage-service-endpoint-same-subnet',
  'storage-private-endpoint-subresources',
  'storage-trusted-access',
  'keyvault-network',
  'acr-premium',
  'acr-network-placement',
  'acr-trusted-services',
  'image-build-compute',
  'monitor-ampls-open-mode',
  'multi-private-endpoints',
  'dns-zones-linked',
  'dns-dependency-zones',
];

describe('services of a workspace', () => {
  test.each(everyService)('%s doesn’t apply if nothing was read', (id) => {
    expect(states(id, { plan: link, services: null })).toBe('not-applicable check.services.notRead');
  });

  test.each(everyService)('%s of another workspace doesn’t apply to this one', (id) => {
    const services = { workspaceId: `${modelSubscription}/other`, storage: { access: 'disabled' } } as const;
    expect(states(id, { plan: link, services })).toBe('not-applicable check.services.notRead');
  });

  const unread = { isUnread: true };

  test.each([
    ['storage-service-endpoint-same-subnet', 'error'],
    ['storage-private-endpoint-subresources', 'error'],
    ['storage-trusted-access', 'warning'],
    ['storage-shared-key-enabled', 'error'],
    ['keyvault-network', 'error'],
    ['acr-premium', 'error'],
    ['acr-network-placement', 'warning'],
    ['acr-trusted-services', 'error'],
    ['image-build-compute', 'warning'],
    ['dns-dependency-zones', 'error'],
  ])('%s is unknown if it can’t be read, and never passes', (id, severity) => {
    const services = { storage: unread, keyVault: unread, registry: unread };
    const plan = id === 'image-build-compute' ? link : privateInstance;
    expect(states(id, { plan, services })).toBe(`${severity} unknown unknown.permission`);
  });

  test('a workspace without a registry has no requirements for it', () => {
    const services = { registry: { isAbsent: true } };
    expect(states('acr-network-placement', { services })).toBe('not-applicable check.registry.none');
    expect(states('image-build-compute', { services })).toBe('not-applicable check.build.open');
  });
});

describe('access to a service', () => {
  const vault = (network: NetworkSpec, keyVault: ServicesSpec['keyVault']): string =>
    states('keyvault-network', { network, services: keyVault ? { keyVault } : {} });
  const serviceEndpoints = ['Microsoft.KeyVault'];

  test('open to all networks', () => {
    expect(vault({}, {})).toBe('passed check.services.open');
  });

  test('by a rule for the subnet, with its service endpoint and trusted services', () => {
    expect(vault({ serviceEndpoints }, { subnets: ['snet-training'] })).toBe('passed check.services.subnet');
    expect(vault({ serviceEndpoints }, { subnets: ['snet-training'], trusts: false })).toBe(
      'error failed check.vault.untrusted',
    );
    expect(vault({ serviceEndpoints }, { subnets: ['snet-other'] })).toBe(
      'error failed check.services.missing.rule',
    );
  });

  // storage/common/storage-network-security: the network's region and its paired region.
  test('a storage account of another region is reached by the global service endpoint, otherwise only if the regions are paired', () => {
    const account = (location: string, ...endpoints: readonly string[]): string =>
      states('storage-private-endpoint-subresources', {
        network: { serviceEndpoints: endpoints },
        services: { storage: { subnets: ['snet-training'], location } },
      });
    expect(account('westeurope', 'Microsoft.Storage')).toBe('not-applicable check.services.byRules');
    expect(account('northeurope', 'Microsoft.Storage')).toBe('not-applicable check.services.byRules');
    expect(account('swedencentral', 'Microsoft.Storage.Global')).toBe(
      'not-applicable check.services.byRules',
    );
    expect(account('swedencentral', 'Microsoft.KeyVault', 'Microsoft.Storage.Global')).toBe(
      'not-applicable check.services.byRules',
    );
    expect(account('swedencentral', 'Microsoft.Storage')).toBe('not-applicable check.services.byRules');
    expect(account('polandcentral', 'Microsoft.Storage')).toBe('error unknown check.services.otherRegion');
    const rule = (location: string, endpoint = 'Microsoft.Storage'): string =>
      states('storage-service-endpoint-same-subnet', {
        network: { serviceEndpoints: ['Microsoft.KeyVault', endpoint] },
        services: { storage: { subnets: ['snet-training'], location } },
      });
    expect(rule('westeurope')).toBe('passed check.services.subnet');
    expect(rule('northeurope')).toBe('passed check.services.subnet');
    expect(rule('swedencentral', 'Microsoft.Storage.Global')).toBe('passed check.services.subnet');
    expect(rule('swedencentral')).toBe('error failed check.services.far');
    expect(rule('polandcentral')).toBe('not-applicable check.services.otherRow');
  });

  // key-vault/general/overview-vnet-service-endpoints names no region: only storage’s service endpoint is limited to a
  // region and its pair.
  test('a vault of another region is reached by the subnet’s service endpoint', () => {
    const far = { subnets: ['snet-training'], location: 'swedencentral' };
    expect(vault({ serviceEndpoints }, far)).toBe('passed check.services.subnet');
  });

  test('is unknown with rules for addresses, unless the subnet uses its own', () => {
    const named = { denies: true, addresses: ['52.1.2.3'] };
    expect(vault({}, named)).toBe('error unknown check.services.addressRules');
    expect(vault({ serviceEndpoints }, named)).toBe('error failed check.services.closed');
  });

  test('disabled: subnet rules no longer count', () => {
    const off = { access: 'disabled', subnets: ['snet-training'] } as const;
    expect(vault({ serviceEndpoints }, off)).toBe('error failed check.services.closed');
  });

  test('by a private endpoint here or in a connected peer', () => {
    const off = { access: 'disabled' } as const;
    const there = 'pe-kv vault 10.90.0.9 vnet-hub';
    expect(vault({ endpoints: ['pe-kv vault 10.40.7.9'] }, off)).toBe('passed check.services.endpoint');
    expect(vault({ endpoints: [there], peerings: ['vnet-hub 10.90.0.0/16'] }, off)).toBe(
      'passed check.services.endpoint',
    );
    expect(vault({ endpoints: [there], peerings: ['vnet-hub 10.90.0.0/16~'] }, off)).toBe(
      'error failed check.services.closed',
    );
    expect(vault({ endpoints: [there], peerings: ['vnet-hub 10.90.0.0/16?'] }, off)).toMatch(/unknown/);
  });

  test('an unread private endpoint may be in reach, and endpoints that can’t be read are unknown', () => {
    const off = { access: 'disabled', endpoints: ['pe-kv-hub'] } as const;
    expect(vault({}, off)).toBe('error unknown check.services.endpointElsewhere');
    expect(vault({ endpoints: null }, { access: 'disabled' })).toBe('error unknown check.endpointsNotRead');
    expect(endpointId('pe-kv-hub')).toMatch(/privateEndpoints\/pe-kv-hub$/);
  });
});

describe('a network security perimeter', () => {
  const perimeter = (more: Partial<Perimeter>): Perimeter => ({
    name: 'nsp-data',
    isEnforced: true,
    rules: [],
    ...more,
  });
  const storage = (
    one: Perimeter | null | 'unread',
    network: NetworkSpec = {},
    access?: 'perimeter',
  ): string =>
    states('storage-private-endpoint-subresources', {
      network,
      services: { storage: { perimeter: one, ...(access ? { access } : {}) } },
    });
  const rule = (more: object) => ({ name: 'rule', addressPrefixes: [], subscriptions: [], ...more });

  test('enforced without a rule denies all access, even if the account itself is open', () => {
    expect(storage(perimeter({}))).toBe('error failed check.services.perimeter');
  });

  test('that isn’t enforced leaves the account’s own rules in force', () => {
    expect(storage(perimeter({ isEnforced: false }))).toBe('not-applicable check.services.openToAll');
  });

  test('never blocks private link', () => {
    const endpoints = ['blob', 'file', 'queue', 'table'].map(
      (one, at) => `pe-${one} ${one} 10.40.7.${at + 5}`,
    );
    expect(storage(perimeter({}), { endpoints })).toBe('passed check.storage.endpoints');
  });

  test('that allows a subscription allows its managed identities, but not keys', () => {
    const rules = [rule({ subscriptions: [modelSubscription] })];
    expect(storage(perimeter({ rules }))).toBe('error unknown check.perimeter.identities');
    expect(storage(perimeter({ rules: [rule({ subscriptions: [`${modelSubscription}2`] })] }))).toBe(
      'error failed check.services.perimeter',
    );
  });

  test('in enforced mode blocks trusted services, unless it allows the workspace’s subscription', () => {
    const trust = (one: Perimeter): string =>
      states('storage-trusted-access', { services: { storage: { perimeter: one, denies: true } } });
    expect(trust(perimeter({}))).toBe('warning failed check.storage.noTrustInPerimeter');
    expect(trust(perimeter({ rules: [rule({ subscriptions: [modelSubscription] })] }))).toBe(
      'passed check.storage.trustByPerimeter',
    );
    expect(trust(perimeter({ isEnforced: false }))).toBe('passed check.storage.trusted');
  });

  test('may also block SMB over a private endpoint: the page contradicts itself', () => {
    const found = states('storage-perimeter-smb', {
      network: { endpoints: ['pe-file file 10.40.7.6'] },
      plan: { kind: known('instance'), name: 'ci-anna' },
      services: { storage: { perimeter: perimeter({}) } },
    });
    expect(found).toBe('warning unknown check.storage.smbByEndpoint');
  });

  test('that allows every address may still deny a service endpoint', () => {
    const rules = [rule({ addressPrefixes: ['0.0.0.0/0'] })];
    expect(storage(perimeter({ rules }))).toBe('not-applicable check.services.openToAll');
    expect(storage(perimeter({ rules }), { serviceEndpoints: ['Microsoft.Storage'] })).toBe(
      'error unknown check.perimeter.addresses',
    );
  });

  test('that can’t be read is unknown, and without one, secured by perimeter means closed', () => {
    expect(storage('unread')).toBe('error unknown unknown.permission');
    expect(storage(null, {}, 'perimeter')).toBe('error failed check.services.closed');
  });
});

describe('DNS names', () => {
  const network: NetworkSpec = { endpoints: ['pe-ws amlworkspace 10.40.7.4'] };
  const zones = (api: string, more: Partial<ServicesSpec> = {}, where: NetworkSpec = network): string =>
    states('dns-zones-linked', {
      network: where,
      plan: link,
      services: {
        zones: [
          ...(api === '' ? [] : [`privatelink.api.azureml.ms ${api}`]),
          'privatelink.notebooks.azure.net vnet-ml-prod-weu 10.40.7.4',
        ],
        ...more,
      },
    });

  test('a zone that exists, is linked elsewhere, or doesn’t exist', () => {
    expect(zones('vnet-ml-prod-weu 10.40.7.4')).toBe('passed check.zones.linked');
    expect(zones('vnet-hub 10.40.7.4')).toBe('error failed check.zones.notLinked');
    expect(zones('')).toBe('error failed check.zones.none');
  });

  // Of three endpoints, one zone is linked to another network, one has a wrong name, and one doesn't exist.
  test('every failed zone is named at once, with its network and a wrong name', () => {
    const endpoints = ['pe-blob blob 10.40.7.5', 'pe-kv vault 10.40.7.6', 'pe-cr registry 10.40.7.7'];
    const text = (...held: readonly string[]) => {
      const input = buildInput({ network: { endpoints }, services: { zones: held } });
      const checked = checkSubnet(input.model, input.plan, input.facts);
      const found = checked.find((one) => one.requirement === 'dns-dependency-zones')?.outcome;
      return found?.is === 'failed' ? found.text : found;
    };
    const [blob, registry] = ['privatelink.blob.core.windows.net', 'privatelink.azurecr.io'];
    const vault = 'privatelink.vaultcore.azure.net';
    expect(
      text(`${blob} vnet-hub 10.40.7.5`, 'privatelink.vault.azure.net vnet-ml-prod-weu 10.40.7.6'),
    ).toEqual({
      key: 'check.zones.noneAll',
      values: {
        n: 3,
        zones: [
          `${blob} (vnet-ml-prod-weu)`,
          `${vault} ≠ privatelink.vault.azure.net (vnet-ml-prod-weu)`,
          `${registry} (vnet-ml-prod-weu)`,
        ],
      },
    });
    const far = [blob, vault, registry].map((name, at) => `${name} vnet-hub 10.40.7.${at + 5}`);
    expect(text(...far)).toMatchObject({ key: 'check.zones.notLinkedAll', values: { n: 3 } });
    const linked = `${blob} vnet-ml-prod-weu 10.40.7.5`;
    expect(text(linked, `${vault} vnet-ml-prod-weu 10.40.7.6`, 'privatelink..azurecr.io vnet-hub')).toEqual({
      key: 'check.zones.wrongName',
      values: { zone: registry, network: ['vnet-ml-prod-weu'], wrong: 'privatelink..azurecr.io' },
    });
  });

  test('a zone without a record of the private endpoint hides the public name too', () => {
    expect(zones('vnet-ml-prod-weu 10.40.7.99')).toBe('error failed check.zones.noRecord');
  });

  // how-to-custom-dns, 2026-03-26: both names of the workspace have a record.
  test('the workspace’s own name and that of its certificate both resolve to the private endpoint', () => {
    const records = (...all: readonly string[]): string => zones(`vnet-ml-prod-weu ${all.join(',')}`);
    const [plain, cert] = ['f00d.workspace.westeurope', 'f00d.workspace.westeurope.cert'];
    expect(records(`${plain}=10.40.7.4`, `${cert}=10.40.7.4`)).toBe('passed check.zones.linked');
    expect(records(`${plain}=10.40.7.4`)).toBe('error failed check.zones.noName');
    expect(records(`${plain}=10.40.7.99`, `${cert}=10.40.7.4`)).toBe('error failed check.zones.noName');
    expect(records('*=10.40.7.4')).toBe('passed check.zones.linked');
  });

  // container-registry-private-link: a record of the registry, and one of its regional data endpoint.
  test('the names of an account, a registry, and its data resolve to their private endpoints', () => {
    const where: NetworkSpec = {
      endpoints: ['pe-blob blob 10.40.7.5', 'pe-cr registry 10.40.7.7'],
    };
    const reported = (blob: string, registry: string): string =>
      states('dns-dependency-zones', {
        network: where,
        services: {
          registry: { hosts: ['crfraudprod.azurecr.io'] },
          zones: [
            `privatelink.blob.core.windows.net vnet-ml-prod-weu ${blob}`,
            `privatelink.azurecr.io vnet-ml-prod-weu ${registry}`,
          ],
        },
      });
    const data = 'crfraudprod.westeurope.data=10.40.7.7';
    expect(reported('stfraudprod=10.40.7.5', `crfraudprod=10.40.7.7,${data}`)).toBe(
      'passed check.zones.linked',
    );
    expect(reported('stfraudprod=10.40.7.5', 'crfraudprod=10.40.7.7')).toBe(
      'error failed check.zones.noName',
    );
    expect(reported('other=10.40.7.5', `crfraudprod=10.40.7.7,${data}`)).toBe(
      'error failed check.zones.noName',
    );
    expect(reported('stfraudprod=10.40.7.9,other=10.40.7.5', `crfraudprod=10.40.7.7,${data}`)).toBe(
      'error failed check.zones.noName',
    );
  });

  test('links and lists that can’t be read are unknown', () => {
    expect(zones('? 10.40.7.4')).toBe('error unknown unknown.permission');
    expect(zones('', { zonesUnread: true })).toBe('error unknown check.zones.notListed');
    expect(zones('vnet-ml-prod-weu 10.40.7.4', { zonesUnread: true })).toBe('passed check.zones.linked');
  });

  // dns/dns-private-resolver-overview: linked zones are evaluated first, then the rulesets.
  test('a ruleset that is linked to the network may forward queries to a network with the zone', () => {
    const asked = (api: string, to: string): string => {
      const input = buildInput({
        network,
        plan: link,
        services: {
          zones: [
            `privatelink.api.azureml.ms ${api} 10.40.7.4`,
            'privatelink.notebooks.azure.net vnet-ml-prod-weu 10.40.7.4',
          ],
        },
      });
      const { services } = input.facts;
      const ownId = input.model.virtualNetworks[0]?.id ?? '';
      const id = `${ownId.slice(0, ownId.lastIndexOf('/'))}/${to}`;
      const zones = { ...services.zones, rulesets: [{ name: 'rs', linkedNetworks: [id] }] };
      const checked = checkSubnet(input.model, input.plan, {
        ...input.facts,
        services: { ...services, zones },
      });
      return resultLine(checked.find((one) => one.requirement === 'dns-zones-linked'));
    };
    expect(asked('vnet-hub', 'vnet-ml-prod-weu')).toBe('error unknown check.zones.ruleset');
    expect(asked('vnet-hub', 'vnet-hub')).toBe('error failed check.zones.notLinked');
    expect(asked('vnet-ml-prod-weu', 'vnet-ml-prod-weu')).toBe('passed check.zones.linked');
  });

  test('custom DNS servers use the zones of their own network, and for servers elsewhere their own row decides', () => {
    const own = { ...network, dnsServers: ['10.40.6.4'] };
    expect(zones('vnet-ml-prod-weu 10.40.7.4', {}, own)).toBe('passed check.zones.linked');
    expect(zones('', {}, own)).toBe('error failed check.zones.none');
    expect(zones('', {}, { ...network, dnsServers: ['192.168.7.4'] })).toBe(
      'not-applicable check.zones.ownServers',
    );
  });

  test('zones of other clouds have other names', () => {
    const services = {
      zones: [
        'privatelink.api.ml.azure.us vnet-ml-prod-weu 10.40.7.4',
        'privatelink.notebooks.usgovcloudapi.net vnet-ml-prod-weu 10.40.7.4',
      ],
    };
    const asked = {
      network: { ...network, cloud: 'usgov' },
      plan: { ...link, cloud: 'usgov' },
      services,
    } as const;
    expect(states('dns-zones-linked', asked)).toBe('passed check.zones.linked');
  });

  const servers = (dnsServers: readonly string[], more: NetworkSpec = {}, plan: PlanSpec = {}): string =>
    states('dns-custom-server-forwarders', { network: { dnsServers, ...more }, plan });

  test('custom DNS servers: reachable or not, all or some, for private names or none', () => {
    const denies = { rules: ['out 100 Deny Udp *>10.40.6.4 53 Deny-DNS'] };
    expect(servers(['10.40.6.4'])).toBe('passed check.names.own');
    expect(servers(['10.40.6.4'], denies)).toBe('error failed check.names.unreached');
    expect(servers(['10.40.6.4', '10.40.6.5'], denies)).toBe('warning failed check.names.unreached');
    expect(servers(['10.40.6.4'], {}, link)).toBe('warning unknown check.names.forwarders');
    expect(servers(['10.40.6.4'], { endpoints: ['pe-kv vault 10.40.7.9'] })).toBe(
      'warning unknown check.names.forwarders',
    );
  });

  // Disabled by default; uses Azure DNS unless it has custom servers (learn.microsoft.com/azure/firewall/dns-settings).
  test('a firewall in the network as a DNS proxy: disabled it resolves nothing, enabled it uses Azure or its own servers', () => {
    const address = '10.40.5.4';
    const asked = (more: Partial<Firewall>, own = [address]): string => {
      const proxy = firewall({}, { networkId: buildModel({}).virtualNetworks[0]?.id ?? '', ...more });
      return servers(own, { firewalls: [{ ...proxy, addresses: known([address]) }] }, link);
    };
    const unread = unknown(reason('unknown.notRead', { name: 'afw' }));
    expect(asked({ dnsProxy: known(false) })).toBe('error failed check.names.silent');
    expect(asked({ dnsProxy: known(false) }, [address, '10.40.6.5'])).toBe(
      'warning failed check.names.silent',
    );
    expect(asked({ dnsProxy: unread })).toBe('warning unknown unknown.notRead');
    expect(asked({})).toBe('passed check.names.proxy');
    expect(asked({ nameServers: known(['168.63.129.16']) })).toBe('passed check.names.proxy');
    expect(asked({ nameServers: known(['10.40.6.5']) })).toBe('warning unknown check.names.forwarders');
    expect(asked({ nameServers: unread })).toBe('warning unknown unknown.notRead');
    expect(asked({}, [address, '10.40.6.5'])).toBe('warning unknown check.names.forwarders');
    // A proxy behind a disconnected peering can't answer.
    const afar = { addresses: known(['10.90.1.4']), networkId: '/subscriptions/0/virtualNetworks/hub' };
    const proxy = { ...firewall({}), ...afar };
    expect(
      servers(['10.90.1.4'], { firewalls: [proxy], routes: ['0.0.0.0/0 appliance 10.40.1.4'] }, link),
    ).toBe('warning unknown check.names.forwarded');
    // A proxy that names itself uses a server that can't be read, and the resolution ends.
    expect(asked({ nameServers: known([address]) })).toBe('warning unknown check.names.forwarders');
    // No zone can be linked to a virtual hub (architecture/networking/guide/private-link-virtual-wan-dns-guide).
    const inHub = { networkId: '/subscriptions/0/virtualNetworks/HV_hub' };
    expect(asked(inHub)).toBe('warning unknown check.names.elsewhere');
    expect(asked({ ...inHub, nameServers: known(['10.40.6.5']) })).toBe(
      'warning unknown check.names.forwarders',
    );
  });

  test('zones must be linked to the network of the DNS proxy’s firewall, not to its clients’', () => {
    const networkId = buildModel({}).virtualNetworks[0]?.id ?? '';
    const proxy = firewall({}, { networkId, addresses: known(['10.40.5.4']) });
    const behind = { ...network, dnsServers: ['10.40.5.4'], firewalls: [proxy] };
    expect(zones('vnet-ml-prod-weu 10.40.7.4', {}, behind)).toBe('passed check.zones.linked');
    expect(zones('', {}, behind)).toBe('error failed check.zones.none');
    const elsewhere = { ...proxy, nameServers: known(['192.168.7.4']) };
    expect(zones('', {}, { ...behind, firewalls: [elsewhere] })).toBe(
      'not-applicable check.zones.ownServers',
    );
  });

  // The proxy uses Azure DNS like the firewall's own network (firewall/dns-settings, read 2026-11-26).
  test('for a hub in another subscription, zones are checked as far as they were listed there', () => {
    const subscription = '22222222-2222-2222-2222-222222222222';
    const hub = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub`;
    const proxy = firewall({}, { networkId: hub, addresses: known(['10.40.5.4']) });
    const asked = (links: readonly string[], subscriptions: readonly string[], unread = false): string => {
      const services = buildServices({
        zones: ['api.azureml.ms', 'notebooks.azure.net'].map(
          (one) => `privatelink.${one} vnet-hub 10.40.7.4`,
        ),
        zonesUnread: unread,
      });
      const found = services.zones.found.map((one) => ({ ...one, linkedNetworks: known(links) }));
      const zones = { ...services.zones, found, subscriptions };
      const model = buildModel({ ...network, dnsServers: ['10.40.5.4'], firewalls: [proxy] });
      const checked = checkSubnet(model, buildPlan(link), { ...facts, services: { ...services, zones } });
      return resultLine(checked.find((one) => one.requirement === 'dns-zones-linked'));
    };
    expect(asked([hub], [subscription])).toBe('passed check.zones.linked');
    expect(asked([hub], [])).toBe('passed check.zones.linked');
    expect(asked(['/subscriptions/0/vnet-hub'], [subscription.toUpperCase()])).toBe(
      'error failed check.zones.notLinkedAll',
    );
    expect(asked(['/subscriptions/0/vnet-hub'], ['0'])).toBe('error unknown check.zones.notListed');
    expect(asked([], [subscription], true)).toBe('error unknown check.zones.notListed');
  });

  // No other resource can be in such a subnet, and Azure DNS answers as in its network
  // (dns/private-resolver-endpoints-rulesets).
  test('a server in a subnet of DNS private resolvers uses Azure DNS', () => {
    const resolver = { delegations: ['Microsoft.Network/dnsResolvers'] };
    expect(servers(['10.40.4.9'], resolver, link)).toBe('passed check.names.resolver');
    expect(servers(['10.40.4.9', '10.40.6.5'], resolver, link)).toBe(
      'warning unknown check.names.forwarders',
    );
    const proxy = firewall({}, { networkId: buildModel({}).virtualNetworks[0]?.id ?? '' });
    const behind = { ...proxy, addresses: known(['10.40.5.4']), nameServers: known(['10.40.4.9']) };
    expect(servers(['10.40.5.4'], { ...resolver, firewalls: [behind] }, link)).toBe(
      'passed check.names.resolver',
    );
  });

  test('an instance has both of its names in zones that were read', () => {
    const record = (ending: string): string => `westeurope.${ending} vnet-ml-prod-weu 10.40.7.4`;
    const asked = (endings: readonly string[]): string => {
      const services = buildServices({ zones: endings.map(record) });
      const named = services.zones.found.map((one) => ({
        ...one,
        records: known([{ name: 'ci-anna', addresses: ['10.40.7.4'] }]),
      }));
      const checked = checkSubnet(buildModel({ dnsServers: ['10.40.6.4'] }), buildPlan(privateInstance), {
        ...facts,
        services: { ...services, zones: { found: named } },
      });
      return resultLine(checked.find((one) => one.requirement === 'dns-custom-instance-record'));
    };
    expect(asked(['instances.azureml.ms', 'instances.ml.azure.ms'])).toBe('passed check.names.instance');
    expect(asked(['instances.azureml.ms'])).toBe('note');
  });
});

describe('network policies in the private endpoint’s subnet', () => {
  const endpoints = ['pe-ws amlworkspace 10.40.7.4'];
  const policies = (more: NetworkSpec): string =>
    states('pe-network-policies-workspace', { network: { endpoints, ...more }, plan: link });
  const deny = ['in 100 Deny Tcp VirtualNetwork>* 443 Deny-443'];

  test('rules count only if the policies are enabled for them', () => {
    expect(policies({ policiesAtEndpoints: 'NetworkSecurityGroupEnabled', rulesAtEndpoints: deny })).toBe(
      'error failed check.policies.stopped',
    );
    expect(policies({ policiesAtEndpoints: 'RouteTableEnabled', rulesAtEndpoints: deny })).toBe(
      'passed check.policies.pass',
    );
    expect(policies({ policiesAtEndpoints: 'Enabled', rulesAtEndpoints: [] })).toBe(
      'passed check.policies.pass',
    );
  });

  // “Enabled” applies the NSG to every private endpoint of the subnet
  // (private-link/disable-private-endpoint-network-policy, 2023-07-26).
  test('private endpoints of storage, key vault, and registry count like the workspace’s, a file share’s also over SMB', () => {
    const at = (endpoint: string, port: string): string =>
      states('pe-network-policies-workspace', {
        network: {
          endpoints: [...endpoints, endpoint],
          policiesAtEndpoints: 'Enabled',
          rulesAtEndpoints: [`in 100 Deny Tcp VirtualNetwork>10.40.7.9 ${port} Deny-${port}`],
        },
        plan: link,
        services: {},
      });
    const stopped = 'error failed check.policies.stopped';
    expect(at('pe-blob blob 10.40.7.9', '443')).toBe(stopped);
    expect(at('pe-blob blob 10.40.7.9', '445')).toBe('passed check.policies.pass');
    expect(at('pe-file file 10.40.7.9', '445')).toBe(stopped);
    expect(at('pe-kv vault 10.40.7.9', '443')).toBe(stopped);
    expect(at('pe-cr registry 10.40.7.9', '443')).toBe(stopped);
    expect(at('pe-queue queue 10.40.7.9', '443')).toBe('passed check.policies.pass');
  });

  test('a route as specific as the network’s prefix overrides the endpoint’s, and a shorter one doesn’t', () => {
    const routes = (route: string): string =>
      policies({ policiesAtEndpoints: 'RouteTableEnabled', routes: [route] });
    expect(routes('10.40.0.0/21 appliance 10.40.1.4')).toBe('warning failed check.policies.route');
    expect(routes('10.40.0.0/16 appliance 10.40.1.4')).toBe('passed check.policies.pass');
    expect(routes('10.40.0.0/21 local')).toBe('passed check.policies.pass');
  });
});

describe('image builds', () => {
  const closed = { registry: { access: 'disabled' } } as const;
  const build = (more: ServicesSpec, kind: 'cluster' | 'instance' = 'cluster'): string =>
    states('image-build-compute', { plan: { kind: known(kind) }, services: { ...closed, ...more } });
  const named = (builder: ServicesSpec['builder']): string => build(builder ? { builder } : {});

  test('the image build compute must be a reachable CPU cluster, and is at most a warning', () => {
    expect(named({ subnet: 'snet-other', isCluster: false })).toBe('warning failed check.build.noCluster');
    expect(named({ subnet: 'snet-other', size: 'Standard_NC6s_v3' })).toBe('warning failed check.build.gpu');
    expect(named({ subnet: null })).toBe('warning failed check.build.outside');
    expect(named(undefined)).toBe('warning failed check.build.thisOne');
  });

  test('don’t apply to an instance', () => {
    expect(build({}, 'instance')).toBe('not-applicable check.otherKind.cluster');
  });
});
